package network.opencharging.bridge.receive;

/** Answers one kind of request. */
interface Desk {

    /** Whether this desk is for that request. */
    boolean serves(Asked asked);

    /** The answer; what the backoffice throws is passed on. */
    Outcome answer(Asked asked);
}
