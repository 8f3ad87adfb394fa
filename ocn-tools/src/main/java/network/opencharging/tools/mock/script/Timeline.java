package network.opencharging.tools.mock.script;

import network.opencharging.tools.seam.Pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is to happen when, by one clock. May be asked from many threads. */
public final class Timeline {
    private static final long LONGEST = 3_600_000;

    private final Pace clock;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Instant at, Optional<Duration> every, int times, Runnable deed) {}

    /** Nothing is to happen yet. */
    public Timeline(Pace clock) {
        this.clock = clock;
    }

    /** Something happens once. */
    public void once(Instant at, Runnable deed) {
        add(new Entry(at, Optional.empty(), 1, deed));
    }

    /**
     * Something happens again and again.
     *
     * @param first when for the first time
     * @param times how often at most
     */
    public void repeatedly(Instant first, Duration every, int times, Runnable deed) {
        add(new Entry(first, Optional.of(every), times, deed));
    }

    private synchronized void add(Entry entry) {
        entries.add(entry);
        entries.sort(Comparator.comparing(Entry::at));
        notifyAll();
    }

    /** When the next thing happens; empty when nothing does any more. */
    public synchronized Optional<Instant> next() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getFirst().at());
    }

    /** Does everything whose time has come, in its order. */
    public void runDue() {
        for (Optional<Runnable> due = due(); due.isPresent(); due = due()) {
            due.get().run();
        }
    }

    private synchronized Optional<Runnable> due() {
        if (entries.isEmpty() || entries.getFirst().at().isAfter(clock.instant())) {
            return Optional.empty();
        }
        Entry entry = entries.removeFirst();
        if (entry.every().isPresent() && entry.times() > 1) {
            add(
                    new Entry(
                            entry.at().plus(entry.every().get()),
                            entry.every(),
                            entry.times() - 1,
                            entry.deed()));
        }
        return Optional.of(entry.deed());
    }

    /**
     * Waits until something is due.
     *
     * @throws InterruptedException when the mock ends
     */
    public synchronized void awaitDue() throws InterruptedException {
        while (entries.isEmpty() || entries.getFirst().at().isAfter(clock.instant())) {
            long millis =
                    entries.isEmpty() ? LONGEST : clock.until(entries.getFirst().at()).toMillis();
            wait(Math.clamp(millis, 1, LONGEST));
        }
    }
}
