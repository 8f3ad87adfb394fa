package network.opencharging.cpo.ocpp.command;

import java.time.Instant;
import java.util.Optional;

/**
 * A call that the operator has made.
 *
 * @param payload as he wrote it
 * @param answer the station's payload, its error, or why there is none
 */
public record Command(
        String id,
        String station,
        String action,
        String payload,
        State state,
        Optional<String> answer,
        Instant asked,
        Optional<Instant> ended) {

    /** How far it is. */
    public enum State {
        /** The station was not heard yet. */
        SENT,
        /** It answered. */
        ANSWERED,
        /** It answered with an error. */
        FAILED,
        /** It did not answer in time. */
        UNANSWERED,
        /** It was not sent in the end. */
        UNSENT
    }

    Command ended(State how, String answered, Instant at) {
        return new Command(
                id, station, action, payload, how, Optional.of(answered), asked, Optional.of(at));
    }
}
