package network.opencharging.tools.load;

import java.util.Map;

/**
 * What happened in a second or so.
 *
 * @param at seconds since the beginning, warm-up counted, at its end
 * @param rate requests a second that were wanted
 * @param seconds how long it was
 * @param count what was counted
 */
record Second(double at, int rate, double seconds, Tally.Count count) {
    /** The same with what was answered behind it. */
    Second with(Tally.Count late) {
        return new Second(at, rate, seconds, count.plus(late));
    }

    double offeredRate() {
        return count.offered() / seconds;
    }

    double answeredRate() {
        return count.answered() / seconds;
    }

    double failedRate() {
        return count.failed() / seconds;
    }

    /** Milliseconds from when it was due, which that part of the requests did not exceed. */
    double millis(double percentile) {
        return count.fromDue().getValueAtPercentile(percentile) / 1000.0;
    }

    Map<String, Long> failures() {
        return count.failures();
    }
}
