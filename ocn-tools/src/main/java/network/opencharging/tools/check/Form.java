package network.opencharging.tools.check;

/** For whom a command prints. */
enum Form {
    /** For people. */
    TEXT,
    /** For machines: one JSON object a line. */
    JSON
}
