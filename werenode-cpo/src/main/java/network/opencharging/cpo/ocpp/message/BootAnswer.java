package network.opencharging.cpo.ocpp.message;

import java.time.Duration;
import java.time.Instant;

/**
 * What a booting station is told.
 *
 * @param interval between heartbeats, or until it may ask again
 */
public record BootAnswer(Admission admission, Instant now, Duration interval) {

    /** Whether it may work. */
    public enum Admission {
        ACCEPTED,
        PENDING,
        REJECTED
    }
}
