package network.opencharging.protocol.json;

import java.util.Optional;

/**
 * What came out of reading text as JSON.
 *
 * @param <T> what is read: a whole value or the members of one object
 */
public sealed interface JsonReading<T> {

    /**
     * The text is JSON.
     *
     * @param value what it says
     */
    record Read<T>(T value) implements JsonReading<T> {}

    /**
     * The text is not JSON, or more than the limits allow.
     *
     * @param why what is wrong, without the text itself: it may hold secrets
     * @param offset the byte at which reading stopped, -1 when unknown
     */
    record Malformed<T>(String why, long offset) implements JsonReading<T> {}

    /** The value, or empty when the text is malformed. */
    default Optional<T> optional() {
        return this instanceof Read<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /**
     * The value of text that is known to be JSON.
     *
     * @throws IllegalArgumentException telling why it is not
     */
    default T orThrow() {
        return switch (this) {
            case Read<T>(T value) -> value;
            case Malformed<T>(String why, long offset) ->
                    throw new IllegalArgumentException("%s (byte %d)".formatted(why, offset));
        };
    }
}
