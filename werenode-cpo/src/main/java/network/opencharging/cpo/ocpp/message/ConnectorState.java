package network.opencharging.cpo.ocpp.message;

/** How a connector is: the states of 1.6, to which those of 2.0.1 are a part. */
public enum ConnectorState {
    AVAILABLE,
    PREPARING,
    /** A vehicle is there; all that 2.0.1 says. */
    OCCUPIED,
    CHARGING,
    SUSPENDED_EV,
    SUSPENDED_EVSE,
    FINISHING,
    RESERVED,
    UNAVAILABLE,
    FAULTED
}
