package network.opencharging.cpo.site;

import network.opencharging.cpo.unit.EvseRef;

import java.time.Instant;

/**
 * How an EVSE is.
 *
 * @param word OCPI's
 * @param since when it became so
 */
public record EvseStatus(EvseRef evse, Word word, Instant since) {

    /** OCPI 2.2.1 §8.4.22, Status. */
    public enum Word {
        /** A session may begin. */
        AVAILABLE,
        /** A vehicle stands there and does not charge, or something stands in the way. */
        BLOCKED,
        /** In use. */
        CHARGING,
        /** Put out of use. */
        INOPERATIVE,
        /** Broken. */
        OUTOFORDER,
        /** Not there yet: no device is behind it. */
        PLANNED,
        /** Not there any more. */
        REMOVED,
        /** Kept for somebody. */
        RESERVED,
        /** Its device does not answer. */
        UNKNOWN
    }
}
