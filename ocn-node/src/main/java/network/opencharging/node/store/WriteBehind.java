package network.opencharging.node.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes down in batches what is handed to it, on a thread of its own: whoever hands over never
 * waits. When the database is slower than what comes, or fails, things are dropped and counted.
 */
final class WriteBehind<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteBehind.class);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final String name;
    private final int batch;
    private final Consumer<List<T>> writing;
    private final BlockingQueue<T> waiting;
    private final AtomicLong dropped = new AtomicLong();
    private final Thread writer;
    private volatile boolean closing;

    /**
     * Nothing is written before {@link #start()}.
     *
     * @param name what is written, for the log
     * @param most how many may wait
     * @param batch how many are written at once
     * @param writing writes a batch; may throw
     */
    WriteBehind(String name, int most, int batch, Consumer<List<T>> writing) {
        this.name = name;
        this.batch = batch;
        this.writing = writing;
        this.waiting = new LinkedBlockingQueue<>(most);
        this.writer = Thread.ofVirtual().name("writes " + name).unstarted(this::run);
    }

    void start() {
        writer.start();
    }

    /** Takes it to be written soon, or drops it; whether it was taken. */
    boolean add(T thing) {
        boolean taken = !closing && waiting.offer(thing);
        if (!taken) {
            drop(1);
        }
        return taken;
    }

    /** How many wait now. */
    int waiting() {
        return waiting.size();
    }

    /** Counts what could not be written. */
    void drop(int number) {
        dropped.addAndGet(number);
    }

    /** How many were dropped since the start. */
    long dropped() {
        return dropped.get();
    }

    private void run() {
        while (!closing || !waiting.isEmpty()) {
            List<T> next = new ArrayList<>(batch);
            try {
                T first = waiting.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                next.add(first);
            } catch (InterruptedException e) {
                LOG.warn("{}: the writer was stopped, {} are lost", name, waiting.size(), e);
                return;
            }
            waiting.drainTo(next, batch - 1);
            write(next);
        }
    }

    /**
     * The outermost loop of a thread: a database that fails costs these entries and no more. Its
     * words stay out of the log, because they quote what was to be written.
     */
    private void write(List<T> next) {
        try {
            writing.accept(next);
        } catch (RuntimeException e) {
            drop(next.size());
            LOG.warn(
                    "{}: {} could not be written ({}), {} dropped so far",
                    name,
                    next.size(),
                    NestedExceptionUtils.getMostSpecificCause(e).getClass().getSimpleName(),
                    dropped());
        }
    }

    /** Writes what waits, for some seconds at most. */
    @Override
    public void close() {
        closing = true;
        try {
            if (writer.getState() != Thread.State.NEW && !writer.join(FAREWELL)) {
                writer.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
