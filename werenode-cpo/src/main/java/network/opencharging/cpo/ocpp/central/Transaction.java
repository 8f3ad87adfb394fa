package network.opencharging.cpo.ocpp.central;

import network.opencharging.cpo.ocpp.message.Authorization;
import network.opencharging.cpo.ocpp.message.EvseKey;

import java.time.Instant;
import java.util.Optional;

/**
 * A transaction of a station.
 *
 * @param number ours, never the same twice; what 1.6 calls it
 * @param name the station's, which 1.6 has from {@code number}
 * @param session the order's session, where one began it
 * @param registerStart Wh, empty when nobody said
 * @param verdict what was answered at the start
 * @param end empty while it goes on
 */
public record Transaction(
        int number,
        EvseKey key,
        String name,
        Optional<String> session,
        Optional<String> token,
        Instant startedAt,
        Optional<Long> registerStart,
        Authorization.Verdict verdict,
        Optional<End> end) {

    /**
     * How it ended.
     *
     * @param register Wh, empty when nobody said
     * @param reason in the station's words
     */
    public record End(Instant at, Optional<Long> register, String reason) {}
}
