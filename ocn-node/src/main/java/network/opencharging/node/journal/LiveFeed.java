package network.opencharging.node.journal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages as they pass, for who watches now. Who watches too slowly misses some and is told how
 * many; nobody waits for him.
 */
public final class LiveFeed implements AutoCloseable {
    /** So many may watch at once. */
    private static final int MOST = 32;

    private static final int WAITING = 256;

    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final LastMinute lastMinute;
    private volatile boolean closed;

    /** Nobody watches yet. */
    public LiveFeed(Clock clock) {
        this.lastMinute = new LastMinute(clock);
    }

    /** What passed lately. */
    public LastMinute.Counts lastMinute() {
        return lastMinute.counts();
    }

    /** Tells all who watch. */
    public void tell(MessageRecord message) {
        lastMinute.count(message);
        for (Watcher watcher : watchers) {
            watcher.offer(message);
        }
    }

    /** Begins to watch; empty when too many do, or the node is going down. */
    public synchronized Optional<Watcher> watch() {
        if (closed || watchers.size() >= MOST) {
            return Optional.empty();
        }
        Watcher watcher = new Watcher();
        watchers.add(watcher);
        return Optional.of(watcher);
    }

    /** Whether it goes on. */
    public boolean isOpen() {
        return !closed;
    }

    /** Ends it for all. */
    @Override
    public synchronized void close() {
        closed = true;
    }

    /** One who watches. */
    public final class Watcher implements AutoCloseable {
        private final BlockingQueue<MessageRecord> waiting = new ArrayBlockingQueue<>(WAITING);
        private final AtomicLong missed = new AtomicLong();

        private Watcher() {}

        private void offer(MessageRecord message) {
            if (!waiting.offer(message)) {
                missed.incrementAndGet();
            }
        }

        /** The next message; empty when none comes in that time. */
        public Optional<MessageRecord> next(Duration patience) throws InterruptedException {
            return Optional.ofNullable(waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        }

        /** How many were missed since this was asked last. */
        public long missed() {
            return missed.getAndSet(0);
        }

        /** Watches no more. */
        @Override
        public void close() {
            watchers.remove(this);
        }
    }
}
