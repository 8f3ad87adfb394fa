package network.opencharging.cpo.ocpp.message;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a token may charge.
 *
 * @param expiry until when a station may remember it
 * @param parent the group in which one may stop what another began
 */
public record Authorization(Verdict verdict, Optional<Instant> expiry, Optional<String> parent) {

    /** The words of both versions. */
    public enum Verdict {
        ACCEPTED,
        BLOCKED,
        EXPIRED,
        INVALID,
        CONCURRENT_TX
    }

    /** Without more. */
    public static Authorization of(Verdict verdict) {
        return new Authorization(verdict, Optional.empty(), Optional.empty());
    }
}
