package network.opencharging.tools.simulate.station;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The one thread in which everything of a station happens, one thing after the other. */
final class Brain implements AutoCloseable {
    private static final long TICK_MILLIS = 50;

    private final ScheduledExecutorService thread;
    private final Runnable tick;
    private final Consumer<String> complains;
    private final List<Waiter> waiters = new ArrayList<>();

    private record Waiter(BooleanSupplier wish, CompletableFuture<Void> come) {}

    /**
     * Begins to tick.
     *
     * @param tick what happens again and again, and after everything else that happens
     * @param complains what went wrong in here
     */
    Brain(String name, Runnable tick, Consumer<String> complains) {
        this.tick = tick;
        this.complains = complains;
        this.thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
    }

    void begin() {
        Future<?> _ =
                thread.scheduleWithFixedDelay(
                        () -> guarded(() -> {}), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Later, in its thread; nothing when it has ended. */
    void post(Runnable deed) {
        try {
            thread.execute(() -> guarded(deed));
        } catch (RejectedExecutionException e) {
            // It has ended: nobody is there for whom it matters.
        }
    }

    void postIn(Duration delay, Runnable deed) {
        try {
            Future<?> _ =
                    thread.schedule(() -> guarded(deed), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // It has ended: nobody is there for whom it matters.
        }
    }

    /** The outermost loop: a bug in here is told, and ends nothing. */
    private void guarded(Runnable deed) {
        try {
            deed.run();
            tick.run();
            waiters.removeIf(waiter -> {
                boolean come = waiter.wish().getAsBoolean();
                return come && waiter.come().complete(null);
            });
        } catch (RuntimeException e) {
            complains.accept("trouble in the simulator itself: " + e);
        }
    }

    /** Asks it something, and waits for the answer. */
    <T> T ask(Callable<T> question) throws InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        post(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits until something is so; false when it is not so in time. */
    boolean await(BooleanSupplier wish, Duration patience) throws InterruptedException {
        CompletableFuture<Void> come = new CompletableFuture<>();
        post(() -> waiters.add(new Waiter(wish, come)));
        try {
            come.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
