package network.opencharging.cpo.ops;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * What has just changed, for whoever looks. Telling never waits: whoever reads too slowly misses
 * something, is told so, and reads everything again.
 */
public final class Changes {
    private static final int MOST_WAITING = 256;

    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final int most;

    /**
     * @param most how many may look at once
     */
    public Changes(int most) {
        this.most = most;
    }

    /**
     * Something that changed.
     *
     * @param kind {@code session}, {@code status}
     * @param name which one
     * @param location where
     */
    public record Change(String kind, String name, String location) {}

    /** Somebody who looks. */
    static final class Watcher {
        private final BlockingQueue<Change> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
        private final AtomicBoolean missed = new AtomicBoolean();
        private final Predicate<Change> wanted;

        /** Of these. */
        Watcher(Predicate<Change> wanted) {
            this.wanted = wanted;
        }

        private void hear(Change change) {
            if (wanted.test(change) && !waiting.offer(change)) {
                missed.set(true);
            }
        }

        /** What it did not hear yet. */
        BlockingQueue<Change> waiting() {
            return waiting;
        }

        /** Whether something was left out since this was asked last. */
        boolean hasMissed() {
            return missed.getAndSet(false);
        }
    }

    /** Tells all who look. */
    public void tell(Change change) {
        watchers.forEach(watcher -> watcher.hear(change));
    }

    /** Begins to look; false: too many do. */
    boolean add(Watcher watcher) {
        return watchers.size() < most && watchers.add(watcher);
    }

    /** Has gone. */
    void remove(Watcher watcher) {
        watchers.remove(watcher);
    }

    /** How many look. */
    int watchers() {
        return watchers.size();
    }
}
