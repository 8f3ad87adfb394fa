package network.opencharging.bridge.deliver;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Writes what many threads bring in as few goes as possible: what comes while others are being
 * written is written with the next ones. What one go costs (a disk that has to be reached) is so
 * paid once for many; there is no pause that somebody waits for in vain.
 *
 * @param <T> what is written
 */
public final class Together<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Together.class);
    private static final int MOST = 500;

    private final Consumer<List<T>> writer;
    private final Executor threads;
    private final Queue<Entry<T>> brought = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    /**
     * Writes by this.
     *
     * @param writer writes all of the list or, when it throws, nothing of it; never called by two
     *     threads at once
     * @param threads where it writes while there is something; closed by its owner
     */
    public Together(Consumer<List<T>> writer, Executor threads) {
        this.writer = writer;
        this.threads = threads;
    }

    private record Entry<T>(T what, Consumer<Optional<RuntimeException>> told) {}

    /**
     * Writes this, with whatever else there is, and waits until it is written.
     *
     * @throws RuntimeException what the writer threw at this one alone
     */
    public void write(T what) {
        CompletableFuture<Optional<RuntimeException>> written = new CompletableFuture<>();
        bring(what, written::complete);
        written.join()
                .ifPresent(failure -> {
                    throw failure;
                });
    }

    /**
     * Writes this soon.
     *
     * @param told when it is written, or what the writer threw at it alone
     */
    void bring(T what, Consumer<Optional<RuntimeException>> told) {
        brought.add(new Entry<>(what, told));
        if (writing.compareAndSet(false, true)) {
            try {
                threads.execute(this::writeAll);
            } catch (RejectedExecutionException e) {
                writing.set(false);
                throw e;
            }
        }
    }

    private void writeAll() {
        do {
            try {
                writeWhileThereIsSome();
            } finally {
                writing.set(false);
            }
            // Whoever came after the last look and before the flag fell has started nobody.
        } while (!brought.isEmpty() && writing.compareAndSet(false, true));
    }

    private void writeWhileThereIsSome() {
        for (List<Entry<T>> some = next(); !some.isEmpty(); some = next()) {
            if (isWritten(some)) {
                some.forEach(entry -> entry.told().accept(Optional.empty()));
            } else {
                some.forEach(this::writeAlone);
            }
        }
    }

    /** False when one of them is to blame; the others must not suffer for it. */
    private boolean isWritten(List<Entry<T>> some) {
        try {
            writer.accept(some.stream().map(Entry::what).toList());
            return true;
        } catch (RuntimeException e) {
            LOG.debug("{} are written one by one: one of them cannot be", some.size(), e);
            return false;
        }
    }

    private List<Entry<T>> next() {
        List<Entry<T>> some = new ArrayList<>();
        while (some.size() < MOST && brought.peek() != null) {
            some.add(brought.remove());
        }
        return some;
    }

    private void writeAlone(Entry<T> entry) {
        Optional<RuntimeException> failure = Optional.empty();
        try {
            writer.accept(List.of(entry.what()));
        } catch (RuntimeException e) {
            failure = Optional.of(e);
        }
        entry.told().accept(failure);
    }
}
