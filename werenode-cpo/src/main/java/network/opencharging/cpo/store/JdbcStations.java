package network.opencharging.cpo.store;

import network.opencharging.cpo.ocpp.central.Station;
import network.opencharging.cpo.ocpp.central.StationBook;
import network.opencharging.cpo.ocpp.message.Boot;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stations in a database. */
public final class JdbcStations implements StationBook, AutoCloseable {
    private static final int LONGEST = 200;
    private static final Rows STARTS =
            Rows.of("id", "vendor", "model", "serial", "firmware", "reason", "at");
    private static final String STARTED =
            """
            merge into cpo_station s
            using (select n.id, n.vendor, n.model, n.serial, n.firmware, n.reason,
                cast(n.at as timestamp(3) with time zone) as at from %s) n
            on (s.id = n.id)
            when matched then update set vendor = n.vendor, model = n.model, serial = n.serial,
                firmware = n.firmware, reason = n.reason, booted_at = n.at, seen_at = n.at
            """
                    .formatted(STARTS.table());

    private final JdbcClient jdbc;
    private final JdbcOperations rows;
    private final TransactionOperations transactions;
    private final GroupCommit<Start> group;

    public JdbcStations(JdbcOperations jdbc, TransactionOperations transactions) {
        this.jdbc = JdbcClient.create(jdbc);
        this.rows = jdbc;
        this.transactions = transactions;
        this.group = new GroupCommit<>("stations", this::write);
    }

    @Override
    public Optional<Station> find(String id) {
        return jdbc.sql("select * from cpo_station where id = ?")
                .param(id)
                .query((row, _) -> station(row))
                .optional();
    }

    @Override
    public List<Station> all() {
        return jdbc.sql("select * from cpo_station order by id")
                .query((row, _) -> station(row))
                .list();
    }

    @Override
    public void put(Station station) {
        jdbc.sql(
                        """
                        merge into cpo_station s
                        using (select cast(? as varchar) as id, cast(? as varchar(10)) as admission,
                            cast(? as int) as profile, cast(? as varchar) as password,
                            cast(? as timestamp(3) with time zone) as seen_at) n
                        on (s.id = n.id)
                        when matched then update set admission = n.admission,
                            security_profile = n.profile, password = n.password, seen_at = n.seen_at
                        when not matched then insert
                            (id, admission, security_profile, password, seen_at)
                            values (n.id, n.admission, n.profile, n.password, n.seen_at)
                        """)
                .param(station.id())
                .param(station.admission().name())
                .param(station.securityProfile())
                .param(station.password().orElse(null))
                .param(Columns.moment(station.seen()))
                .update();
    }

    /** Many in one transaction: after a loss of power all stations start at once. */
    @Override
    public void booted(String id, Boot boot, Instant at) {
        group.add(new Start(id, boot, at));
    }

    private record Start(String id, Boot boot, Instant at) {}

    /** Of several starts of a station the last one counts. */
    private void write(List<Start> starts) {
        Map<String, Start> last = new LinkedHashMap<>();
        starts.forEach(start -> last.put(start.id(), start));
        transactions.executeWithoutResult(_ ->
                STARTS.run(
                        rows, STARTED, last.values().stream().map(JdbcStations::columns).toList()));
    }

    private static @Nullable Object[] columns(Start start) {
        Boot boot = start.boot();
        return new Object[] {
            start.id(),
            Columns.cut(boot.vendor(), LONGEST),
            Columns.cut(boot.model(), LONGEST),
            Columns.cut(boot.serial(), LONGEST),
            Columns.cut(boot.firmware(), LONGEST),
            Columns.cut(boot.reason(), 100),
            start.at()
        };
    }

    @Override
    public boolean remove(String id) {
        jdbc.sql("delete from cpo_connector where station = ?").param(id).update();
        jdbc.sql("delete from cpo_held where station = ?").param(id).update();
        return jdbc.sql("delete from cpo_station where id = ?").param(id).update() > 0;
    }

    @Override
    public long parked() {
        return jdbc.sql("select count(*) from cpo_station where admission = 'PARKED'")
                .query(Long.class)
                .single();
    }

    private static Station station(ResultSet row) throws SQLException {
        return new Station(
                row.getString("id"),
                Station.Admission.valueOf(row.getString("admission")),
                row.getInt("security_profile"),
                Columns.maybeText(row, "password"),
                Columns.maybeMoment(row, "booted_at").isPresent()
                        ? Optional.of(boot(row))
                        : Optional.empty(),
                Columns.moment(row, "seen_at"));
    }

    private static Boot boot(ResultSet row) throws SQLException {
        return new Boot(
                row.getString("vendor"),
                row.getString("model"),
                row.getString("serial"),
                row.getString("firmware"),
                row.getString("reason"));
    }

    @Override
    public void close() {
        group.close();
    }
}
