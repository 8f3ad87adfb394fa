package network.opencharging.cpo.store;

import network.opencharging.cpo.ocpp.central.Transaction;
import network.opencharging.cpo.ocpp.central.TransactionBook;
import network.opencharging.cpo.ocpp.message.Authorization;
import network.opencharging.cpo.ocpp.message.EvseKey;
import network.opencharging.cpo.ocpp.message.Metered;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Transactions in a database. */
public final class JdbcTransactions implements TransactionBook {
    private final JdbcOperations plain;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public JdbcTransactions(JdbcOperations plain, TransactionOperations transactions) {
        this.plain = plain;
        this.jdbc = JdbcClient.create(plain);
        this.transactions = transactions;
    }

    @Override
    public <T> T together(Supplier<T> work) {
        try {
            return whole(work);
        } catch (DuplicateKeyException e) {
            // Another connection of the station was quicker by a moment: what it wrote is there
            // now.
            return whole(work);
        }
    }

    private <T> T whole(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }

    @Override
    public void sample(Metered metered) {
        JdbcMeters.insert(plain, List.of(metered));
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
        Instant at = start.at().truncatedTo(ChronoUnit.MILLIS);
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
                .param(Columns.moment(at))
                .param(start.register().orElse(null))
                .param(start.verdict().name())
                .update();
        return new Kept(
                new Transaction(
                        number,
                        start.key(),
                        name,
                        start.session(),
                        start.token(),
                        at,
                        start.register(),
                        start.verdict(),
                        Optional.empty()),
                true);
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
        return jdbc.sql(
                                """
                                insert into cpo_transaction_news (station, name, seq, at)
                                select cast(:station as varchar), cast(:name as varchar),
                                    cast(:seq as int), cast(:at as timestamp with time zone)
                                where not exists (select 1 from cpo_transaction_news
                                    where station = :station and name = :name and seq = :seq)
                                """)
                        .param("station", station)
                        .param("name", name)
                        .param("seq", seq)
                        .param("at", Columns.moment(at))
                        .update()
                > 0;
    }

    /** The station repeats itself; once is enough. */
    @Override
    public void orphan(String station, String name, Transaction.End end) {
        jdbc.sql(
                        """
                        insert into cpo_orphan (station, name, at, register_end, reason)
                        select cast(:station as varchar), cast(:name as varchar),
                            cast(:at as timestamp(3) with time zone), cast(:register as bigint),
                            cast(:reason as varchar)
                        where not exists (select 1 from cpo_orphan
                            where station = :station and name = :name
                            and at = cast(:at as timestamp(3) with time zone))
                        """)
                .param("station", station)
                .param("name", Columns.cut(name, 36))
                .param("at", Columns.moment(end.at()))
                .param("register", end.register().orElse(null))
                .param("reason", Columns.cut(end.reason(), 100))
                .update();
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
