package network.opencharging.tools.load;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens; written by many threads, taken away by one. */
final class Tally {
    /** Microseconds of an hour: longer than any patience. */
    private static final long LONGEST = 3_600_000_000L;

    private static final int DIGITS = 3;

    private final Recorder fromDue = new Recorder(LONGEST, DIGITS);
    private final Recorder fromSent = new Recorder(LONGEST, DIGITS);
    private final LongAdder offered = new LongAdder();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

    /** One was due. */
    void offered(long count) {
        offered.add(count);
    }

    /**
     * One was answered.
     *
     * @param dueNanos since it was due: what somebody who did not wait his turn had to wait
     * @param sentNanos since it was sent
     */
    void answered(long dueNanos, long sentNanos) {
        fromDue.recordValue(micros(dueNanos));
        fromSent.recordValue(micros(sentNanos));
    }

    /** One was not answered, or not well. */
    void failed(String why) {
        failures.computeIfAbsent(why, _ -> new LongAdder()).increment();
    }

    private static long micros(long nanos) {
        return Math.clamp(nanos / 1000, 0, LONGEST);
    }

    /**
     * What was counted since this was asked last.
     *
     * @param offered requests that were due
     * @param fromDue microseconds from when it was due to the answer
     * @param fromSent microseconds from when it was sent to the answer
     * @param failures how many failed, by reason; those with an answer are in the times, too
     */
    record Count(long offered, Histogram fromDue, Histogram fromSent, Map<String, Long> failures) {
        /** Nothing yet. */
        static Count none() {
            return new Count(
                    0,
                    new Histogram(LONGEST, DIGITS),
                    new Histogram(LONGEST, DIGITS),
                    new TreeMap<>());
        }

        /** Both together. */
        Count plus(Count other) {
            Histogram due = fromDue.copy();
            due.add(other.fromDue);
            Histogram sent = fromSent.copy();
            sent.add(other.fromSent);
            Map<String, Long> all = new TreeMap<>(failures);
            other.failures.forEach((why, count) -> all.merge(why, count, Long::sum));
            return new Count(offered + other.offered, due, sent, all);
        }

        long answered() {
            return fromDue.getTotalCount();
        }

        long failed() {
            return failures.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Takes away what was counted. */
    Count take() {
        Map<String, Long> failed = new TreeMap<>();
        failures.forEach((why, count) -> {
            long number = count.sumThenReset();
            if (number > 0) {
                failed.put(why, number);
            }
        });
        return new Count(
                offered.sumThenReset(),
                fromDue.getIntervalHistogram(),
                fromSent.getIntervalHistogram(),
                failed);
    }
}
