package network.opencharging.tools.simulate.station;

/** Why a transaction ends. */
public enum Reason {
    LOCAL,
    REMOTE,
    EV_DISCONNECTED,
    POWER_LOSS,
    DE_AUTHORIZED,
    HARD_RESET,
    SOFT_RESET,
    EMERGENCY_STOP,
    UNLOCK_COMMAND,
    OTHER
}
