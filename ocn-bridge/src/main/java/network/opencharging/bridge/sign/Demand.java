package network.opencharging.bridge.sign;

/** How much signatures of partners matter. */
public enum Demand {
    /** They are not looked at. */
    NONE,
    /** What is signed must be signed well. */
    WHERE_SIGNED,
    /** Everything must be signed, and well. */
    ALWAYS
}
