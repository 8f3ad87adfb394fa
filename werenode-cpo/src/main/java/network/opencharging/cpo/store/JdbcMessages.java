package network.opencharging.cpo.store;

import network.opencharging.cpo.ocpp.station.MessageLog;
import network.opencharging.cpo.ocpp.station.MessageSearch;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The log of messages in a database. It is written behind everything else: no message waits for it,
 * and rather than that one would, some are left out and counted.
 */
public final class JdbcMessages implements MessageLog, MessageSearch, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcMessages.class);
    private static final long MOST_WAITING = 1 << 26;
    private static final int MOST = 2_000;
    private static final long LONGEST_GROUP = 1 << 23;
    private static final int LONGEST = 100_000;
    private static final Rows ROWS =
            Rows.of("at", "station", "from_station", "action", "message_id", "content");
    private static final String INSERT =
            """
            insert into cpo_message (at, station, from_station, action, message_id, content)
            select cast(n.at as timestamp(3) with time zone), n.station,
                cast(n.from_station as boolean), n.action, n.message_id, n.content
            from \
            """
                    + ROWS.table();

    /** Behind it nothing is written. It ends the thread between two groups, never within one. */
    private static final Entry LAST = new Entry(Instant.EPOCH, "", false, "", "", "");

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final Backlog<Entry> waiting = new Backlog<>(MOST_WAITING);
    private final AtomicLong left = new AtomicLong();
    private final Thread thread;

    public JdbcMessages(JdbcOperations jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.thread = Thread.ofPlatform().daemon().name("messages").start(this::run);
    }

    @Override
    public void keep(Entry entry) {
        if (!waiting.offer(entry, entry.text().length())) {
            left.incrementAndGet();
        }
    }

    /** How many were left out since the start. */
    public long leftOut() {
        return left.get();
    }

    /** How many wait to be written. */
    public int waiting() {
        return waiting.size();
    }

    private void run() {
        List<Entry> group = new ArrayList<>(MOST);
        try {
            boolean goesOn = true;
            while (goesOn) {
                waiting.take(group, MOST, LONGEST_GROUP);
                goesOn = !group.remove(LAST);
                write(group);
                group.clear();
            }
        } catch (InterruptedException e) {
            // There was no room for the last one: what waits is written all the same.
            LOG.debug("the log of messages ends", e);
        }
        finish();
    }

    private void finish() {
        List<Entry> group = new ArrayList<>(MOST);
        waiting.poll(group, MOST, LONGEST_GROUP);
        while (!group.isEmpty()) {
            write(group);
            group.clear();
            waiting.poll(group, MOST, LONGEST_GROUP);
        }
    }

    private void write(List<Entry> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            transactions.executeWithoutResult(_ ->
                    ROWS.run(jdbc, INSERT, group.stream().map(JdbcMessages::columns).toList()));
        } catch (DataAccessException | TransactionException e) {
            left.addAndGet(group.size());
            LOG.error("{} messages are missing in the log of messages", group.size(), e);
        }
    }

    private static @Nullable Object[] columns(Entry entry) {
        return new Object[] {
            entry.at(),
            entry.station(),
            entry.fromStation(),
            entry.action(),
            entry.messageId(),
            Columns.cut(entry.text(), LONGEST)
        };
    }

    @Override
    public List<Entry> search(Wish wish) {
        StringBuilder where = new StringBuilder("at < ?");
        List<Object> values = new ArrayList<>(List.of(Columns.moment(wish.before())));
        wish.station().ifPresent(value -> and(where, values, " and station = ?", value));
        wish.action().ifPresent(value -> and(where, values, " and action = ?", value));
        wish.text()
                .ifPresent(value ->
                        and(
                                where,
                                values,
                                " and position(cast(? as varchar) in content) > 0",
                                value));
        values.add(wish.limit());
        return jdbc.query(
                "select * from cpo_message where " + where + " order by id desc limit ?",
                (row, _) -> entry(row),
                values.toArray());
    }

    private static void and(StringBuilder where, List<Object> values, String more, String value) {
        where.append(more);
        values.add(value);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Columns.moment(row, "at"),
                row.getString("station"),
                row.getBoolean("from_station"),
                row.getString("action"),
                row.getString("message_id"),
                row.getString("content"));
    }

    /** Forgets what is older. */
    public int forget(Instant before) {
        return jdbc.update("delete from cpo_message where at < ?", Columns.moment(before));
    }

    /** Writes what waits, and ends. */
    @Override
    public void close() {
        if (!waiting.offer(LAST, 0)) {
            thread.interrupt();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
