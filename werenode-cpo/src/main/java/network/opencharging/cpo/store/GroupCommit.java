package network.opencharging.cpo.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Many rows in one transaction: whoever adds one waits until it is safe, and while one group is
 * written the next one gathers. What was acknowledged is never lost, and ten thousand rows a second
 * are a few dozen transactions.
 *
 * @param <T> what a row is
 */
public final class GroupCommit<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MOST = 1_000;
    private static final int MOST_WAITING = 20_000;

    private final BlockingQueue<Row<T>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Consumer<List<T>> writer;
    private final Thread thread;

    /**
     * @param writer writes a group, all or nothing
     */
    public GroupCommit(String name, Consumer<List<T>> writer) {
        this.writer = writer;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    private record Row<T>(T value, CompletableFuture<Void> safe) {}

    /**
     * Adds a row and waits until it is safe.
     *
     * @throws RuntimeException of the writer, when it could not write
     */
    public void add(T value) {
        Row<T> row = new Row<>(value, new CompletableFuture<>());
        try {
            waiting.put(row);
            row.safe().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it waited for the database", e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** How many rows wait for their group. */
    public int waiting() {
        return waiting.size();
    }

    /** Adds a row and does not wait; one that cannot be written is logged. */
    public void later(T value) {
        Row<T> row = new Row<>(value, new CompletableFuture<>());
        var _ =
                row.safe()
                        .exceptionally(wrong -> {
                            LOG.warn("{} was not written", value, wrong);
                            return null;
                        });
        try {
            waiting.put(row);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Row<T>> group = new ArrayList<>(MOST);
        try {
            while (true) {
                group.add(waiting.take());
                waiting.drainTo(group, MOST - 1);
                write(group);
                group.clear();
            }
        } catch (InterruptedException e) {
            // The end: what waits was not acknowledged and is sent again.
            waiting.forEach(row ->
                    row.safe()
                            .completeExceptionally(new IllegalStateException("the backend stops")));
        }
    }

    /** One row that the database refuses must not take the others with it. */
    private void write(List<Row<T>> group) {
        try {
            writer.accept(group.stream().map(Row::value).toList());
            group.forEach(row -> row.safe().complete(null));
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.getFirst().safe().completeExceptionally(e);
            } else {
                group.forEach(row -> write(List.of(row)));
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
