package network.opencharging.cpo.ocpp.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A station tells of a transaction.
 *
 * @param name the transaction's; empty at a start of 1.6, where the backend gives the name
 * @param seq the station's count within the transaction: 2.0.1 only, otherwise -1
 * @param key where; evse 0 when the station did not say
 * @param token who; empty when the station did not say
 * @param at by the station's clock
 * @param register Wh as written, empty when the station did not say
 * @param word reason of the end, or state of charging, in the station's words
 * @param samples further values
 */
public record TransactionNews(
        Step step,
        String name,
        int seq,
        EvseKey key,
        Optional<String> token,
        Instant at,
        Optional<String> register,
        String word,
        List<Sample> samples) {

    /** Which part of its life. */
    public enum Step {
        STARTED,
        UPDATED,
        ENDED
    }
}
