package network.opencharging.tools.simulate.station;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What is to be done when, by the station's time. */
final class Chores {
    private final PriorityQueue<Chore> queue =
            new PriorityQueue<>(Comparator.comparing(Chore::due).thenComparingLong(Chore::number));
    private Instant now;
    private long count;

    private record Chore(Instant due, long number, Runnable deed) {}

    Chores(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    void in(Duration delay, Runnable deed) {
        queue.add(new Chore(now.plus(delay), count++, deed));
    }

    /** When the next one is due. */
    Optional<Instant> next() {
        return Optional.ofNullable(queue.peek()).map(Chore::due);
    }

    /** It is so late now: what is due by then is done, in its order. */
    void reach(Instant time) {
        now = time;
        while (!queue.isEmpty() && !queue.peek().due().isAfter(time)) {
            queue.remove().deed().run();
        }
    }
}
