package network.opencharging.bridge.store;

import network.opencharging.bridge.complaint.ComplaintBook;
import network.opencharging.bridge.register.Membership;

import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of one test, gone with it. */
public final class MemoryDatabase implements AutoCloseable {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private final JdbcConnectionPool pool;

    /** An empty one. */
    public MemoryDatabase() {
        pool =
                JdbcConnectionPool.create(
                        "jdbc:h2:mem:bridge%d;DB_CLOSE_DELAY=-1"
                                .formatted(NUMBERS.incrementAndGet()),
                        "",
                        "");
        BridgeTables.migrate(pool);
    }

    /** Its outbox. */
    public JdbcOutbox outbox() {
        return new JdbcOutbox(
                new JdbcTemplate(pool),
                new TransactionTemplate(new DataSourceTransactionManager(pool)),
                RowIds.after(new JdbcTemplate(pool)));
    }

    /** Its outbox as an operator sees it. */
    public JdbcOutboxWatch watch() {
        return new JdbcOutboxWatch(new JdbcTemplate(pool));
    }

    /** Its complaints. */
    public JdbcComplaints complaints() {
        return new JdbcComplaints(JdbcClient.create(pool), new ComplaintBook.Bounds(100, 10));
    }

    /** Its cursors. */
    public JdbcCursors cursors() {
        return new JdbcCursors(JdbcClient.create(pool));
    }

    /** A membership in it, not read yet. */
    public Membership membership(SecureRandom random) {
        return new Membership(
                new JdbcRegistration(JdbcClient.create(pool), new Seal(new byte[32], random)));
    }

    /** When the one parcel in the outbox is tried next. */
    public Instant nextAttempt() {
        return JdbcClient.create(pool)
                .sql("select next_at from bridge_outbox")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Everything in the table of the registration. */
    public String dump() {
        return JdbcClient.create(pool)
                .sql("select sealed from bridge_registration")
                .query(String.class)
                .list()
                .toString();
    }

    @Override
    public void close() {
        JdbcClient.create(pool).sql("shutdown").update();
        pool.dispose();
    }
}
