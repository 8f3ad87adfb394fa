package network.opencharging.cpo.store;

import network.opencharging.cpo.ocpp.central.MeterBook;
import network.opencharging.cpo.ocpp.message.EvseKey;
import network.opencharging.cpo.ocpp.message.Metered;
import network.opencharging.cpo.ocpp.message.Sample;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Meters' values in a database. */
public final class JdbcMeters implements MeterBook, AutoCloseable {
    private static final Rows ROWS =
            Rows.of(
                    "station",
                    "evse",
                    "connector",
                    "transaction",
                    "at",
                    "content",
                    "measurand",
                    "unit",
                    "context",
                    "phase",
                    "location",
                    "signed");
    private static final String INSERT =
            """
            insert into cpo_meter_value (station, evse, connector, transaction, at, content,
                measurand, unit, context, phase, location, signed)
            select n.station, cast(n.evse as int), cast(n.connector as int), n.transaction,
                cast(n.at as timestamp(3) with time zone), n.content, n.measurand, n.unit,
                n.context, n.phase, n.location, cast(n.signed as boolean)
            from \
            """
                    + ROWS.table();

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final GroupCommit<Metered> group;

    public JdbcMeters(JdbcOperations jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.group = new GroupCommit<>("meters", this::write);
    }

    @Override
    public void add(Metered metered) {
        if (!metered.samples().isEmpty()) {
            group.add(metered);
        }
    }

    private void write(List<Metered> all) {
        transactions.executeWithoutResult(_ -> insert(jdbc, all));
    }

    /** Writes them now, with whatever else is written. */
    static void insert(JdbcOperations jdbc, List<Metered> all) {
        ROWS.run(jdbc, INSERT, all.stream().flatMap(JdbcMeters::rows).toList());
    }

    private static Stream<@Nullable Object[]> rows(Metered metered) {
        return metered.samples().stream()
                .map(sample ->
                        new @Nullable Object[] {
                            metered.key().station(),
                            metered.key().evse(),
                            metered.key().connector(),
                            metered.transaction().map(name -> Columns.cut(name, 36)).orElse(null),
                            sample.at(),
                            Columns.cut(sample.value(), 1_000_000),
                            Columns.cut(sample.measurand(), 100),
                            Columns.cut(sample.unit(), 50),
                            Columns.cut(sample.context(), 50),
                            Columns.cut(sample.phase(), 20),
                            Columns.cut(sample.location(), 20),
                            sample.signed()
                        });
    }

    @Override
    public List<Metered> of(String station, String transaction) {
        return jdbc.query(
                """
                select * from cpo_meter_value where station = ? and transaction = ?
                order by at, id
                """,
                (row, _) -> metered(row),
                station,
                transaction);
    }

    private static Metered metered(ResultSet row) throws SQLException {
        return new Metered(
                new EvseKey(row.getString("station"), row.getInt("evse"), row.getInt("connector")),
                Optional.of(row.getString("transaction")),
                List.of(
                        new Sample(
                                Columns.moment(row, "at"),
                                row.getString("content"),
                                row.getString("measurand"),
                                row.getString("unit"),
                                row.getString("context"),
                                row.getString("phase"),
                                row.getString("location"),
                                row.getBoolean("signed"))));
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
