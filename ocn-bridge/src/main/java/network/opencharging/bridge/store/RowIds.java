package network.opencharging.bridge.store;

import org.springframework.jdbc.core.JdbcOperations;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers for the rows of the outbox, known before the row is there: what was written need not be
 * read to be sent. One for each database, as one bridge works on it at a time.
 */
public final class RowIds {
    private final AtomicLong last;

    private RowIds(long last) {
        this.last = new AtomicLong(last);
    }

    /** Numbers that follow those which are in the database. */
    public static RowIds after(JdbcOperations jdbc) {
        return new RowIds(
                Objects.requireNonNull(
                        jdbc.queryForObject(
                                "select coalesce(max(id), 0) from bridge_outbox", Long.class)));
    }

    long next() {
        return last.incrementAndGet();
    }
}
