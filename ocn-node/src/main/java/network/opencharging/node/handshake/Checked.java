package network.opencharging.node.handshake;

import java.util.function.Function;

/**
 * A value that came from outside, after it was checked.
 *
 * @param <T> what it is
 */
public sealed interface Checked<T> {
    /**
     * It is in order.
     *
     * @param value the value
     */
    record Good<T>(T value) implements Checked<T> {}

    /**
     * It is not.
     *
     * @param field where, as a path: {@code roles[0].party_id}; empty for the whole body
     * @param problem what is wrong and what to do, without the value: it may be a secret
     */
    record Bad<T>(String field, String problem) implements Checked<T> {
        /** The same finding about a value of another type. */
        <U> Checked<U> as() {
            return new Bad<>(field, problem);
        }

        /** Field and problem in one sentence. */
        public String sentence() {
            return field.isEmpty() ? problem : field + " " + problem;
        }
    }

    /** Goes on with a good value. */
    default <U> Checked<U> then(Function<T, Checked<U>> next) {
        return switch (this) {
            case Good<T>(T value) -> next.apply(value);
            case Bad<T> bad -> bad.as();
        };
    }
}
