package network.opencharging.bridge.model;

/** How bad a finding is, from harmless to hopeless. */
public enum Severity {
    /** Worth knowing, nothing is wrong. */
    NOTE,
    /** Not what the text says, but allowed by an erratum or sent by many. */
    WARNING,
    /** Against the specification; the object can still be read. */
    ERROR,
    /** The object cannot be made from this. */
    UNREADABLE
}
