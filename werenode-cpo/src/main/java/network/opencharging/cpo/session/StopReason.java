package network.opencharging.cpo.session;

/** Why a session was ended. */
public enum StopReason {
    /** The driver, at the device. */
    DRIVER,
    /** The driver's eMSP. */
    EMSP,
    /** The operator. */
    OPERATOR,
    /** The vehicle was unplugged. */
    UNPLUGGED,
    /** It took as much energy as it may. */
    ENERGY_LIMIT,
    /** It took as long as it may. */
    TIME_LIMIT,
    /** It cost as much as it may. */
    MONEY_LIMIT,
    /** Nobody allowed it, or not any more. */
    NOT_ALLOWED,
    /** It began after everybody had given it up. */
    TOO_LATE,
    /** The device broke, lost its power or was started anew. */
    DEVICE,
    /** The device knows nothing of it any more. */
    LOST,
    /** The device did not say. */
    UNKNOWN
}
