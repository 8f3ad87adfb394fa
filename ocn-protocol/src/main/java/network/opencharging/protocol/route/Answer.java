package network.opencharging.protocol.route;

/** What the answer carries, as far as somebody on the way must know. */
public enum Answer {
    /** A page of objects with {@code Link}, {@code X-Total-Count} and {@code X-Limit}. */
    LIST,
    /** One object. */
    OBJECT,
    /** An envelope without data. */
    NONE,
    /** An envelope without data, and a {@code Location} where the new object can be read. */
    CREATED,
    /** Not known: it travels as it is, with every header of the other kinds. */
    ANYTHING
}
