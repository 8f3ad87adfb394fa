package network.opencharging.benchmarks.stations;

import java.util.Map;

/**
 * What the stations saw.
 *
 * @param seconds for so long
 * @param answered good answers
 * @param errors other answers and none at all, by what they said
 * @param p50 median milliseconds from when a message was due to its answer
 * @param p99 one in a hundred took longer
 * @param p999 one in a thousand took longer
 * @param most the longest
 */
public record Seen(
        double seconds,
        Map<Kind, Long> answered,
        Map<String, Long> errors,
        double p50,
        double p99,
        double p999,
        double most) {

    /** Good answers of all kinds. */
    public long count() {
        return answered.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Good answers in a second. */
    public double perSecond() {
        return count() / seconds;
    }

    /** Everything else. */
    public long failed() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }
}
