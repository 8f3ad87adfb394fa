package network.opencharging.tools.simulate.station;

import tools.jackson.databind.node.ObjectNode;

import java.util.function.Supplier;

/**
 * A call that a station wants to make.
 *
 * @param payload asked for when it goes out: only then the names of transactions are known
 */
public record Say(Kind kind, String action, Supplier<ObjectNode> payload) {
    /** What becomes of it when it cannot go out now. */
    public enum Kind {
        /** It goes before everything else, and before the station is accepted. */
        FIRST,
        /** It is kept and goes out in its order when it can, however late. */
        KEPT,
        /** It is left out. */
        NOW
    }

    /** Left out when it cannot go out now. */
    public static Say now(String action, ObjectNode payload) {
        return new Say(Kind.NOW, action, () -> payload);
    }

    /** Kept until it can go out. */
    public static Say kept(String action, Supplier<ObjectNode> payload) {
        return new Say(Kind.KEPT, action, payload);
    }
}
