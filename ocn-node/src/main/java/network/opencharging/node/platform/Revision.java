package network.opencharging.node.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Which write of a platform this is.
 *
 * @param number counts the writes, from 0 for what was never stored; a write is refused when
 *     somebody else wrote in between
 * @param at when something about the platform changed last
 */
public record Revision(long number, Instant at) {

    /** Keeps milliseconds: what OCPI can say, and what every database can keep. */
    public Revision {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Of something new, not stored yet. */
    public static Revision fresh(Instant now) {
        return new Revision(0, now);
    }

    /** The same number, which the next write must find; changed at another time. */
    public Revision changed(Instant now) {
        return new Revision(number, now);
    }

    /** As given by the store once it is written. */
    public Revision next() {
        return new Revision(number + 1, at);
    }
}
