package network.opencharging.tools.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What came of a plan.
 *
 * @param target whom
 * @param asked what, in a word or two
 * @param seconds in order
 */
record Course(String target, String asked, List<Second> seconds) {
    /** Copies the seconds. */
    Course {
        seconds = List.copyOf(seconds);
    }

    /**
     * All of one rate.
     *
     * @param rate requests a second that were wanted
     * @param seconds how long
     * @param count what came of it
     */
    record Step(int rate, double seconds, Tally.Count count) {
        double offered() {
            return count.offered() / seconds;
        }

        double answered() {
            return count.answered() / seconds;
        }

        /** Milliseconds from when it was due. */
        double millis(double percentile) {
            return count.fromDue().getValueAtPercentile(percentile) / 1000.0;
        }

        /** Milliseconds from when it was sent: what a tool says that waits for its turn. */
        double sentMillis(double percentile) {
            return count.fromSent().getValueAtPercentile(percentile) / 1000.0;
        }

        /** Whether nothing failed. */
        boolean isGood() {
            return count.failed() == 0;
        }

        /** The same in a line. */
        String line() {
            return String.format(
                    Locale.ROOT,
                    "%d/s wanted: %.0f/s offered, %.0f/s answered, %d failed; from when they were"
                        + " due p50 %.2f ms, p90 %.2f, p99 %.2f, p99.9 %.2f, most %.2f; from when"
                        + " they were sent p99 %.2f ms",
                    rate,
                    offered(),
                    answered(),
                    count.failed(),
                    millis(50),
                    millis(90),
                    millis(99),
                    millis(99.9),
                    millis(100),
                    sentMillis(99));
        }
    }

    /** What came of each rate, in order. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Second second : seconds) {
            boolean goesOn = !steps.isEmpty() && steps.getLast().rate() == second.rate();
            Step before =
                    goesOn ? steps.removeLast() : new Step(second.rate(), 0, Tally.Count.none());
            steps.add(
                    new Step(
                            second.rate(),
                            before.seconds() + second.seconds(),
                            before.count().plus(second.count())));
        }
        return steps;
    }
}
