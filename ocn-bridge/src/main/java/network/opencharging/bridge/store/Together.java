package network.opencharging.bridge.store;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Writes what many threads bring in as few goes as possible. Whoever holds the lock writes for all
 * who have come until then; there is no thread and no pause that somebody waits for in vain.
 *
 * @param <T> what is written
 */
final class Together<T> {
    private static final int MOST = 500;

    private final Consumer<List<T>> writer;
    private final Queue<Entry<T>> brought = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    /**
     * Writes by this.
     *
     * @param writer writes all of the list or, when it throws, nothing of it
     */
    Together(Consumer<List<T>> writer) {
        this.writer = writer;
    }

    /**
     * Writes this, with whatever else there is.
     *
     * @throws RuntimeException what the writer threw at this one alone
     */
    void write(T what) {
        Entry<T> entry = new Entry<>(what);
        brought.add(entry);
        boolean done = false;
        while (!done) {
            writing.lock();
            try {
                if (!entry.written) {
                    writeSome();
                }
                done = entry.written;
            } finally {
                writing.unlock();
            }
        }
        if (entry.failure != null) {
            throw entry.failure;
        }
    }

    private void writeSome() {
        List<Entry<T>> some = new ArrayList<>();
        for (Entry<T> next = brought.poll(); next != null; next = next(some)) {
            some.add(next);
        }
        try {
            writer.accept(some.stream().map(entry -> entry.what).toList());
            some.forEach(entry -> entry.written = true);
        } catch (RuntimeException e) {
            // One of them is to blame; the others must not suffer for it.
            some.forEach(this::writeAlone);
        }
    }

    private @Nullable Entry<T> next(List<Entry<T>> some) {
        return some.size() < MOST ? brought.poll() : null;
    }

    private void writeAlone(Entry<T> entry) {
        try {
            writer.accept(List.of(entry.what));
        } catch (RuntimeException e) {
            entry.failure = e;
        }
        entry.written = true;
    }

    /** Read and written by whoever holds the lock. */
    private static final class Entry<T> {
        private final T what;
        private boolean written;
        private @Nullable RuntimeException failure;

        private Entry(T what) {
            this.what = what;
        }
    }
}
