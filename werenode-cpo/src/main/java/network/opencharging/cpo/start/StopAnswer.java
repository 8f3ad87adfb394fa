package network.opencharging.cpo.start;

import network.opencharging.cpo.session.ChargeSession;

/** What becomes of a wish to stop. */
public sealed interface StopAnswer {

    /**
     * The device is told; how that ends is told by the session.
     *
     * @param session as it is now
     */
    record Taken(ChargeSession session) implements StopAnswer {}

    /** There is no such session, or it is not that party's. */
    record Unknown() implements StopAnswer {}

    /** It is over already. */
    record Over() implements StopAnswer {}
}
