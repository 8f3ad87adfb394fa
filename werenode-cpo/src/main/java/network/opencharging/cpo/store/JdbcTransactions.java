package network.opencharging.cpo.store;

import network.opencharging.cpo.ocpp.central.Transaction;
import network.opencharging.cpo.ocpp.central.TransactionBook;
import network.opencharging.cpo.ocpp.message.Authorization;
import network.opencharging.cpo.ocpp.message.EvseKey;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Transactions in a database. */
public final class JdbcTransactions implements TransactionBook {
    private final JdbcClient jdbc;

    public JdbcTransactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kept begin(Start start) {
        String twin = twin(start);
        return twinOf(twin)
                .map(there -> new Kept(there, false))
                .orElseGet(() -> insert(start, twin));
    }

    /** What makes a start the same again. */
    private static String twin(Start start) {
        String station = start.key().station();
        return start.name().isEmpty()
                ? "%s|%d|%s|%s|%s"
                        .formatted(
                                station,
                                start.key().evse(),
                                start.token().orElse(""),
                                start.at(),
                                start.register().map(String::valueOf).orElse(""))
                : "%s|%s".formatted(station, start.name());
    }

    private Optional<Transaction> twinOf(String twin) {
        return jdbc.sql("select * from cpo_transaction where twin = ?")
                .param(twin)
                .query((row, _) -> transaction(row))
                .optional();
    }

    private Kept insert(Start start, String twin) {
        int number =
                jdbc.sql("select nextval('cpo_transaction_number')").query(Integer.class).single();
        String name = start.name().isEmpty() ? String.valueOf(number) : start.name();
        try {
            jdbc.sql(
                            """
                            insert into cpo_transaction (number, station, evse, connector, name,
                                twin, session, token, started_at, register_start, verdict)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(number)
                    .param(start.key().station())
                    .param(start.key().evse())
                    .param(start.key().connector())
                    .param(name)
                    .param(twin)
                    .param(start.session().orElse(null))
                    .param(start.token().orElse(null))
                    .param(Columns.moment(start.at()))
                    .param(start.register().orElse(null))
                    .param(start.verdict().name())
                    .update();
        } catch (DuplicateKeyException e) {
            // Another connection of the station was quicker by a moment.
            return new Kept(twinOf(twin).orElseThrow(() -> e), false);
        }
        return new Kept(find(start.key().station(), name).orElseThrow(), true);
    }

    @Override
    public Optional<Kept> end(String station, String name, Transaction.End end) {
        boolean fresh =
                jdbc.sql(
                                        """
                                        update cpo_transaction
                                        set ended_at = ?, register_end = ?, reason = ?
                                        where station = ? and name = ? and ended_at is null
                                        """)
                                .param(Columns.moment(end.at()))
                                .param(end.register().orElse(null))
                                .param(Columns.cut(end.reason(), 100))
                                .param(station)
                                .param(name)
                                .update()
                        > 0;
        return find(station, name).map(there -> new Kept(there, fresh));
    }

    @Override
    public boolean note(String station, String name, int seq, Instant at) {
        try {
            jdbc.sql(
                            "insert into cpo_transaction_news (station, name, seq, at) values (?,"
                                    + " ?, ?, ?)")
                    .params(station, name, seq, Columns.moment(at))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public void orphan(String station, String name, Transaction.End end) {
        try {
            jdbc.sql(
                            """
                            insert into cpo_orphan (station, name, at, register_end, reason)
                            values (?, ?, ?, ?, ?)
                            """)
                    .param(station)
                    .param(Columns.cut(name, 36))
                    .param(Columns.moment(end.at()))
                    .param(end.register().orElse(null))
                    .param(Columns.cut(end.reason(), 100))
                    .update();
        } catch (DuplicateKeyException e) {
            // The station repeats itself; once is enough.
            return;
        }
    }

    @Override
    public Optional<Transaction> find(String station, String name) {
        return jdbc.sql("select * from cpo_transaction where station = ? and name = ?")
                .params(station, name)
                .query((row, _) -> transaction(row))
                .optional();
    }

    @Override
    public Optional<Transaction> ofSession(String station, String session) {
        return jdbc.sql(
                        """
                        select * from cpo_transaction
                        where station = ? and session = ? and ended_at is null
                        order by number desc limit 1
                        """)
                .params(station, session)
                .query((row, _) -> transaction(row))
                .optional();
    }

    @Override
    public boolean charges(String token) {
        return jdbc.sql(
                                """
                                select count(*) from cpo_transaction
                                where token = ? and ended_at is null and verdict = 'ACCEPTED'
                                """)
                        .param(token)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public List<Transaction> latest(Wish wish) {
        StringBuilder where = new StringBuilder("1 = 1");
        List<Object> values = new ArrayList<>();
        wish.station().ifPresent(station -> and(where, values, " and station = ?", station));
        wish.token().ifPresent(token -> and(where, values, " and token = ?", token));
        wish.active()
                .ifPresent(active ->
                        where.append(
                                active ? " and ended_at is null" : " and ended_at is not null"));
        values.add(wish.limit());
        return jdbc.sql(
                        "select * from cpo_transaction where "
                                + where
                                + " order by number desc limit ?")
                .params(values)
                .query((row, _) -> transaction(row))
                .list();
    }

    private static void and(StringBuilder where, List<Object> values, String text, Object value) {
        where.append(text);
        values.add(value);
    }

    private static Transaction transaction(ResultSet row) throws SQLException {
        return new Transaction(
                row.getInt("number"),
                new EvseKey(row.getString("station"), row.getInt("evse"), row.getInt("connector")),
                row.getString("name"),
                Columns.maybeText(row, "session"),
                Columns.maybeText(row, "token"),
                Columns.moment(row, "started_at"),
                Columns.maybeNumber(row, "register_start"),
                Authorization.Verdict.valueOf(row.getString("verdict")),
                end(row));
    }

    private static Optional<Transaction.End> end(ResultSet row) throws SQLException {
        Optional<Instant> at = Columns.maybeMoment(row, "ended_at");
        Optional<Long> register = Columns.maybeNumber(row, "register_end");
        String reason = Columns.maybeText(row, "reason").orElse("");
        return at.map(moment -> new Transaction.End(moment, register, reason));
    }
}
