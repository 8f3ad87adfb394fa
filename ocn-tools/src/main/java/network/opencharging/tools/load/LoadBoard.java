package network.opencharging.tools.load;

import network.opencharging.tools.live.Cell;
import network.opencharging.tools.live.Picture;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** The picture of a run: the newest second on top. */
final class LoadBoard implements Picture {
    private static final int KEPT = 500;

    private final String title;
    private final Duration whole;
    private final Deque<Second> newest = new ArrayDeque<>();

    LoadBoard(String title, Duration whole) {
        this.title = title;
        this.whole = whole;
    }

    synchronized void note(Second second) {
        newest.addFirst(second);
        if (newest.size() > KEPT) {
            newest.removeLast();
        }
    }

    @Override
    public synchronized List<String> head() {
        double at = newest.isEmpty() ? 0 : newest.getFirst().at();
        return List.of(
                title, String.format(Locale.ROOT, "%.0f of %d s", at, whole.toSeconds()), "");
    }

    @Override
    public List<String> columns() {
        return List.of("S", "OFFERED/S", "ANSWERED/S", "FAILED/S", "P50 MS", "P99 MS", "MOST MS");
    }

    @Override
    public synchronized List<List<Cell>> rows(int most) {
        return newest.stream().limit(most).map(LoadBoard::row).toList();
    }

    private static List<Cell> row(Second second) {
        return List.of(
                Cell.dim(number("%.0f", second.at())),
                Cell.of(number("%.0f", second.offeredRate())),
                Cell.of(number("%.0f", second.answeredRate())),
                Cell.judged(second.failures().isEmpty(), number("%.0f", second.failedRate())),
                Cell.of(number("%.2f", second.millis(50))),
                Cell.of(number("%.2f", second.millis(99))),
                Cell.of(number("%.2f", second.millis(100))));
    }

    private static String number(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }

    /** A second in a line. */
    static String line(Second second) {
        return String.format(
                Locale.ROOT,
                "%5.0f s  offered %.0f/s  answered %.0f/s  failed %.0f/s  p50 %.2f ms  p99 %.2f ms "
                        + " most %.2f ms%s",
                second.at(),
                second.offeredRate(),
                second.answeredRate(),
                second.failedRate(),
                second.millis(50),
                second.millis(99),
                second.millis(100),
                second.failures().isEmpty() ? "" : "  " + second.failures());
    }
}
