package network.opencharging.benchmarks.stations;

import org.HdrHistogram.Histogram;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of what was said, from one moment to another. */
final class Tally {
    /** Microseconds of ten minutes: longer than any patience. */
    private static final long LONGEST = 600_000_000L;

    private static final int LONGEST_ERROR = 160;
    private static final int MOST_ERRORS = 20;

    private final long begun;
    private final Histogram times = new Histogram(LONGEST, 3);
    private final Map<Kind, Long> answered = new EnumMap<>(Kind.class);
    private final Map<String, Long> errors = new TreeMap<>();

    /**
     * @param begun in nanoseconds
     */
    Tally(long begun) {
        this.begun = begun;
    }

    void answered(Kind kind, long nanos, String error) {
        times.recordValue(Math.clamp(nanos / 1000, 0, LONGEST));
        if (error.isEmpty()) {
            answered.merge(kind, 1L, Long::sum);
        } else {
            failed(kind + ": " + error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
        }
    }

    void failed(String what) {
        errors.merge(errors.size() < MOST_ERRORS ? what : "others", 1L, Long::sum);
    }

    Seen until(long now) {
        return new Seen(
                (now - begun) / 1e9,
                Map.copyOf(answered),
                Map.copyOf(errors),
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(99) / 1e3,
                times.getValueAtPercentile(99.9) / 1e3,
                times.getMaxValue() / 1e3);
    }
}
