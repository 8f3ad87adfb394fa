package network.opencharging.bridge.metering;

/** What the check of a signed document found. */
public enum Finding {
    /** True, complete and next in order. */
    VALID,
    /** True, but pages are missing before it. */
    VALID_GAP,
    /** The document before it once more. */
    DUPLICATE,
    /** The signature does not fit the text and the key. */
    BAD_SIGNATURE,
    /** Nobody registered a key for this meter or gateway. */
    UNKNOWN_KEY,
    /** The key was not registered for the time of the reading. */
    KEY_EXPIRED,
    /** A register fell, or time or pages went back. */
    NOT_MONOTONE,
    /** More energy than the meter could have measured in the time. */
    IMPLAUSIBLE,
    /** The meter itself says that something is wrong with it. */
    BAD_STATUS,
    /** Not a document of the format. */
    MALFORMED;

    /** Whether its energy may be billed. */
    public boolean isBillable() {
        return this == VALID || this == VALID_GAP;
    }
}
