package network.opencharging.registry.directory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does something again and again on a thread of its own, until it is closed. */
public final class Refresh implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Refresh(String name, Duration pause, Runnable turn, Consumer<RuntimeException> broken) {
        this.thread = Thread.ofVirtual().name(name).unstarted(() -> run(pause, turn, broken));
    }

    /**
     * Starts.
     *
     * @param name the thread's name
     * @param pause how long to wait after each turn
     * @param turn what to do
     * @param broken told when a turn failed in a way that nobody foresaw; the next one is still
     *     done
     */
    public static Refresh every(
            String name, Duration pause, Runnable turn, Consumer<RuntimeException> broken) {
        Refresh refresh = new Refresh(name, pause, turn, broken);
        refresh.thread.start();
        return refresh;
    }

    private void run(Duration pause, Runnable turn, Consumer<RuntimeException> broken) {
        try {
            do {
                try {
                    turn.run();
                } catch (RuntimeException e) {
                    broken.accept(e);
                }
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends; a turn that is being done is interrupted. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }
}
