package network.opencharging.tools.proxy;

/** For whom the proxy writes. */
enum Form {
    /** For people. */
    TEXT,
    /** For machines: one JSON object a line. */
    JSON
}
