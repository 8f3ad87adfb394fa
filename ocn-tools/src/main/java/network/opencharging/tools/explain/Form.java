package network.opencharging.tools.explain;

/** For whom a command prints. */
enum Form {
    /** For people. */
    TEXT,
    /** For machines. */
    JSON
}
