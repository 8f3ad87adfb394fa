package network.opencharging.cpo.store;

import network.opencharging.cpo.ocpp.central.NoticeBook;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

import java.util.List;

/** Stations' notices in a database. */
public final class JdbcNotices implements NoticeBook, AutoCloseable {
    private static final String INSERT =
            "insert into cpo_notice (station, action, payload, at) values (?, ?, ?, ?)";

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final GroupCommit<Notice> group;

    public JdbcNotices(JdbcOperations jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.group = new GroupCommit<>("notices", this::write);
    }

    @Override
    public void add(Notice notice) {
        group.add(notice);
    }

    private void write(List<Notice> notices) {
        transactions.executeWithoutResult(
                _ -> jdbc.batchUpdate(INSERT, notices.stream().map(JdbcNotices::columns).toList()));
    }

    private static Object[] columns(Notice notice) {
        return new Object[] {
            notice.station(),
            notice.action(),
            Columns.cut(notice.payload(), 2_000_000),
            Columns.moment(notice.at())
        };
    }

    @Override
    public List<Notice> latest(String station, int limit) {
        return jdbc.query(
                "select * from cpo_notice where station = ? order by id desc limit ?",
                (row, _) ->
                        new Notice(
                                row.getString("station"),
                                row.getString("action"),
                                row.getString("payload"),
                                Columns.moment(row, "at")),
                station,
                limit);
    }

    /** How many wait to be written. */
    public int waiting() {
        return group.waiting();
    }

    @Override
    public void close() {
        group.close();
    }
}
