package network.opencharging.browser;

/** What the reader's system prefers. */
public enum Shade {
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK
}
