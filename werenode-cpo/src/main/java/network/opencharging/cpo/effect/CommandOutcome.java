package network.opencharging.cpo.effect;

/** How a partner's command ended (OCPI 2.2.1 §13.4.2, CommandResultType). */
public enum CommandOutcome {
    /** The device will do it, or did. */
    ACCEPTED,
    /** The reservation was given up. */
    CANCELED_RESERVATION,
    /** Somebody else charges there. */
    EVSE_OCCUPIED,
    /** It is out of order. */
    EVSE_INOPERATIVE,
    /** It was tried and went wrong. */
    FAILED,
    /** The device cannot do this. */
    NOT_SUPPORTED,
    /** The device refused. */
    REJECTED,
    /** The device did not answer. */
    TIMEOUT,
    /** There is no such reservation. */
    UNKNOWN_RESERVATION
}
