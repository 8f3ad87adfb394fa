package network.opencharging.tools.simulate.station;

/** Why something is said of a transaction. */
public enum Trigger {
    AUTHORIZED,
    CABLE_PLUGGED_IN,
    REMOTE_START,
    REMOTE_STOP,
    STOP_AUTHORIZED,
    EV_DEPARTED,
    METER_PERIODIC,
    CHARGING_STATE_CHANGED,
    ASKED,
    ABNORMAL,
    DEAUTHORIZED,
    RESET,
    UNLOCK
}
