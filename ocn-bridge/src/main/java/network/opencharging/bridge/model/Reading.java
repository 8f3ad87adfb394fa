package network.opencharging.bridge.model;

import java.util.List;
import java.util.Optional;

/**
 * What came out of reading JSON as an object of OCPI.
 *
 * @param <T> the object's type
 */
public sealed interface Reading<T> {

    /** Everything that was found, in the order of the object. */
    List<Finding> findings();

    /**
     * The object could be made, though it need not be faultless.
     *
     * @param value the object
     * @param findings what is remarkable about it, empty when it keeps to the specification
     */
    record Read<T>(T value, List<Finding> findings) implements Reading<T> {}

    /**
     * The object could not be made.
     *
     * @param findings why, with at least one {@link Severity#UNREADABLE}
     */
    record Unreadable<T>(List<Finding> findings) implements Reading<T> {}

    /** Whether something was found with which it must not be sent. */
    default boolean forbidsSending() {
        return findings().stream().anyMatch(Finding::forbidsSending);
    }

    /** The object, or empty when it could not be made. */
    default Optional<T> object() {
        return this instanceof Read<T>(T value, _) ? Optional.of(value) : Optional.empty();
    }

    /**
     * The object from JSON that is known to be readable.
     *
     * @throws IllegalArgumentException with every finding
     */
    default T orThrow() {
        return object().orElseThrow(() -> new IllegalArgumentException(findings().toString()));
    }
}
