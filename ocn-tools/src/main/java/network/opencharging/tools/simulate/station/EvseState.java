package network.opencharging.tools.simulate.station;

import java.util.Locale;

/** How an EVSE is. */
public enum EvseState {
    /** Nobody is there. */
    AVAILABLE,
    /** A cable or a token is there, and something is still missing. */
    PREPARING,
    /** Energy flows. */
    CHARGING,
    /** The vehicle wants nothing at the moment. */
    SUSPENDED_EV,
    /** The station gives nothing at the moment. */
    SUSPENDED_EVSE,
    /** It is over, and the cable is still there. */
    FINISHING,
    /** For somebody who is to come. */
    RESERVED,
    /** Out of use. */
    UNAVAILABLE,
    /** Out of order. */
    FAULTED;

    /** Whether a transaction goes on. */
    public boolean isCharge() {
        return this == CHARGING || this == SUSPENDED_EV || this == SUSPENDED_EVSE;
    }

    /** As people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
