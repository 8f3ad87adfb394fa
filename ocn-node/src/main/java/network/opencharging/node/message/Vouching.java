package network.opencharging.node.message;

/** What is known of the party's own signature. */
public enum Vouching {
    /** There is none, and nobody demands one. */
    UNSIGNED,
    /** It covers the whole message, and its signatory may sign for the party. */
    SIGNED
}
