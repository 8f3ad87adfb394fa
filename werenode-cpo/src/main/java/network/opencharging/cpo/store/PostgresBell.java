package network.opencharging.cpo.store;

import network.opencharging.cpo.process.Bell;

import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/** The bell of PostgreSQL (NOTIFY), and who listens to it (LISTEN), on a connection of its own. */
public final class PostgresBell implements Bell, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresBell.class);
    private static final String CHANNEL = "cpo";

    private final JdbcClient jdbc;
    private final DataSource own;
    private final Duration atLeast;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    /**
     * A bell that can be rung, and to which nobody listens before {@link #listen}.
     *
     * @param own gives connections that nobody else uses
     * @param atLeast how often is looked although nothing rang
     */
    public PostgresBell(JdbcClient jdbc, DataSource own, Duration atLeast) {
        this.jdbc = jdbc;
        this.own = own;
        this.atLeast = atLeast;
    }

    @Override
    public void ring(String word, String about) {
        jdbc.sql("select pg_notify(?, ?)")
                .params(CHANNEL, word + " " + about)
                .query((_, _) -> word)
                .list();
    }

    /** Listens from now on, in a thread of its own. */
    public void listen(Ears ears) {
        thread = Thread.ofPlatform().daemon().name("bell").start(() -> run(ears));
    }

    private void run(Ears ears) {
        while (isOpen()) {
            hear(ears);
        }
    }

    /** The outermost loop of a thread: a database that fails is tried again. */
    private void hear(Ears ears) {
        try (Connection connection = own.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            PGConnection bell = connection.unwrap(PGConnection.class);
            ears.missed();
            while (isOpen()) {
                PGNotification[] rung = bell.getNotifications(Math.toIntExact(atLeast.toMillis()));
                for (PGNotification one : rung) {
                    String[] parts = one.getParameter().split(" ", 2);
                    ears.rang(parts[0], parts.length > 1 ? parts[1] : "");
                }
                ears.looked();
            }
        } catch (SQLException | RuntimeException e) {
            if (isOpen()) {
                LOG.warn("other processes are not heard at the moment", e);
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
