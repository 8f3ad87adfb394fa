package network.opencharging.bridge.tariff;

/** What the connector was used for in a period. */
public enum Activity {
    /** It waited for the driver who reserved it. */
    RESERVED,
    /** The car charged. */
    CHARGING,
    /** The car was plugged in and asked for no power. */
    PARKED
}
