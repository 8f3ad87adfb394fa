package network.opencharging.bridge.store;

import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;

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
        return new JdbcOutbox(JdbcClient.create(pool));
    }

    @Override
    public void close() {
        JdbcClient.create(pool).sql("shutdown").update();
        pool.dispose();
    }
}
