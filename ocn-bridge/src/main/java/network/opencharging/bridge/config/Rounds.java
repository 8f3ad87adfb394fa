package network.opencharging.bridge.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Does something again and again on a thread of its own: at once when the bell rings. */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

    private final String name;
    private final Round round;
    private final Duration pause;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread;
    private volatile boolean ending;

    /** One round. */
    interface Round {
        /** How much was done; 0 to pause. */
        int run() throws InterruptedException;
    }

    private Rounds(String name, Round round, Duration pause) {
        this.name = name;
        this.round = round;
        this.pause = pause;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    static Rounds start(String name, Round round, Duration pause) {
        Rounds rounds = new Rounds(name, round, pause);
        rounds.thread.start();
        return rounds;
    }

    void ring() {
        bell.release();
    }

    private void run() {
        try {
            while (!ending) {
                if (done() == 0) {
                    boolean rung = bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                    LOG.trace("{} goes on, rung: {}", name, rung);
                    bell.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("{} ends", name, e);
        }
    }

    /** The outermost loop of a thread: whatever a round breaks on, the next one is tried. */
    private int done() throws InterruptedException {
        try {
            return round.run();
        } catch (RuntimeException e) {
            LOG.error("{}: a round failed; the next one comes after a pause", name, e);
            return 0;
        }
    }

    /**
     * Ends after the round under way. The thread is never interrupted: an interrupt while a file
     * database writes breaks the database.
     */
    @Override
    public void close() {
        ending = true;
        ring();
        try {
            thread.join(LONGEST_ROUND);
        } catch (InterruptedException e) {
            // Whoever stops the bridge is in a hurry: the round ends by itself.
            Thread.currentThread().interrupt();
        }
    }
}
