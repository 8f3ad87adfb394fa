package network.opencharging.node.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again, on a thread of its own; a round that fails does not end it. */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration every;
    private final Runnable round;
    private final ScheduledExecutorService scheduler;

    Rounds(String name, Duration every, Runnable round) {
        this.name = name;
        this.every = every;
        this.round = round;
        this.scheduler =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name(name).factory());
    }

    void start() {
        var _ =
                scheduler.scheduleWithFixedDelay(
                        this::once, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The outermost loop of a thread. */
    private void once() {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.error("{}: a round failed, the next will come", name, e);
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
