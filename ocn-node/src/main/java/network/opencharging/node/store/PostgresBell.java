package network.opencharging.node.store;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/**
 * Rings when another process has written (LISTEN and NOTIFY of PostgreSQL), and from time to time
 * in any case: what the bell tells is only that it is worth looking. Holds one connection of its
 * own.
 */
public final class PostgresBell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresBell.class);

    private final DataSource source;
    private final Duration atLeast;
    private final Runnable look;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /**
     * A bell that is silent before {@link #start()}.
     *
     * @param source gives connections that nobody else uses
     * @param atLeast how often is looked although nothing rang
     * @param look looks what was written
     */
    public PostgresBell(DataSource source, Duration atLeast, Runnable look) {
        this.source = source;
        this.atLeast = atLeast;
        this.look = look;
        this.thread = Thread.ofVirtual().name("changes").unstarted(this::run);
    }

    /** Begins to listen. */
    public void start() {
        thread.start();
    }

    private void run() {
        while (isOpen()) {
            listen();
        }
    }

    /** The outermost loop of a thread: a database that fails is tried again. */
    private void listen() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + ChangeNumbers.CHANNEL);
            PGConnection bell = connection.unwrap(PGConnection.class);
            look.run();
            while (isOpen()) {
                bell.getNotifications(Math.toIntExact(atLeast.toMillis()));
                look.run();
            }
        } catch (SQLException | RuntimeException e) {
            if (isOpen()) {
                LOG.warn("what other processes write is not heard at the moment", e);
                pause();
            }
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void pause() {
        try {
            boolean _ = closing.await(atLeast.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens no longer. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
    }
}
