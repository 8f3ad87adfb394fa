package network.opencharging.bridge.metering;

import java.util.Optional;

/**
 * One register's readings one after the other; time goes on and the register never falls.
 * Immutable: what is refused leaves the series as it was.
 *
 * @param last the newest accepted reading; empty before the first
 */
public record ReadingSeries(Optional<Reading> last) {

    /** Nothing read yet. */
    public static final ReadingSeries EMPTY = new ReadingSeries(Optional.empty());

    /** What became of a reading. */
    public sealed interface Step {}

    /**
     * It was taken.
     *
     * @param series the series with it
     */
    public record Taken(ReadingSeries series) implements Step {}

    /** It is the newest one once more, as a station sends it after a broken connection. */
    public record Repeated() implements Step {}

    /**
     * It is older than the newest one.
     *
     * @param newest the newest one
     */
    public record Late(Reading newest) implements Step {}

    /**
     * Its register is below that of the newest one: the meter was exchanged, reset or is broken.
     *
     * @param newest the newest one
     */
    public record Fell(Reading newest) implements Step {}

    /** Adds a reading, or says why not. */
    public Step add(Reading reading) {
        if (last.isEmpty()) {
            return new Taken(new ReadingSeries(Optional.of(reading)));
        }
        Reading newest = last.get();
        if (reading.equals(newest)) {
            return new Repeated();
        }
        if (reading.at().isBefore(newest.at())) {
            return new Late(newest);
        }
        if (reading.register().compareTo(newest.register()) < 0) {
            return new Fell(newest);
        }
        return new Taken(new ReadingSeries(Optional.of(reading)));
    }
}
