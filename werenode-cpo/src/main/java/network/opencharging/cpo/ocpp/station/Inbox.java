package network.opencharging.cpo.ocpp.station;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A station's frames, worked on one after the other in the order in which they came. */
final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Executor workers;
    private final Consumer<String> work;
    private final int most;
    private final Deque<String> waiting = new ArrayDeque<>();
    private Runnable end = () -> {};
    private boolean working;
    private boolean closed;

    /**
     * @param most so many may wait
     */
    Inbox(Executor workers, Consumer<String> work, int most) {
        this.workers = workers;
        this.work = work;
        this.most = most;
    }

    /**
     * Takes a frame; false when too many wait already. What comes after the end is left unanswered:
     * a station says it again, to whoever is there then.
     */
    boolean add(String text) {
        synchronized (waiting) {
            if (closed) {
                return true;
            }
            if (waiting.size() >= most) {
                return false;
            }
            waiting.add(text);
            if (working) {
                return true;
            }
            working = true;
        }
        workers.execute(this::drain);
        return true;
    }

    /** Takes no more; once all that came is worked on it does this. */
    void close(Runnable then) {
        synchronized (waiting) {
            closed = true;
            end = then;
            if (working) {
                return;
            }
        }
        then.run();
    }

    private void drain() {
        for (Optional<String> text = next(); text.isPresent(); text = next()) {
            try {
                work.accept(text.get());
            } catch (RuntimeException e) {
                // One frame that fails must not be the last one.
                LOG.error("a frame was not worked on: {}", text.get(), e);
            }
        }
    }

    /** The next one; empty: nobody works any more. */
    private Optional<String> next() {
        Runnable then;
        synchronized (waiting) {
            String text = waiting.poll();
            if (text != null) {
                return Optional.of(text);
            }
            working = false;
            then = end;
        }
        then.run();
        return Optional.empty();
    }
}
