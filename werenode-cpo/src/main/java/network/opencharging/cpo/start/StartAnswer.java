package network.opencharging.cpo.start;

import network.opencharging.cpo.session.ChargeSession;

/** What becomes of a wish to start or to reserve. */
public sealed interface StartAnswer {

    /**
     * It is stored, and the device is asked; how that ends is told by the session.
     *
     * @param session as it was stored
     */
    record Taken(ChargeSession session) implements StartAnswer {}

    /**
     * It is not even tried.
     *
     * @param why the kind of reason
     * @param text a sentence for people
     */
    record Refused(Why why, String text) implements StartAnswer {}

    /** Why something is not tried. */
    enum Why {
        /** There is no such location. */
        UNKNOWN_LOCATION,
        /** It has no such EVSE, or the EVSE no such connector. */
        UNKNOWN_EVSE,
        /** Somebody else charges there. */
        OCCUPIED,
        /** It is kept for somebody else. */
        RESERVED,
        /** It is broken, or put out of use. */
        OUT_OF_ORDER,
        /** Its device is not connected. */
        OFFLINE,
        /** No tariff fits: nobody would know what it costs. */
        NO_TARIFF,
        /** The moment until which it should be kept is over. */
        OVER
    }
}
