package network.opencharging.tools.terminal;

/** For whom a command prints. */
public enum Form {
    /** For people. */
    TEXT,
    /** For machines: one JSON object a line. */
    JSON
}
