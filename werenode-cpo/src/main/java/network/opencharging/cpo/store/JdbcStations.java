package network.opencharging.cpo.store;

import network.opencharging.cpo.ocpp.central.Station;
import network.opencharging.cpo.ocpp.central.StationBook;
import network.opencharging.cpo.ocpp.message.Boot;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stations in a database. */
public final class JdbcStations implements StationBook {
    private static final int LONGEST = 200;
    private final JdbcClient jdbc;

    public JdbcStations(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    @Override
    public void booted(String id, Boot boot, Instant at) {
        jdbc.sql(
                        """
                        update cpo_station set vendor = ?, model = ?, serial = ?, firmware = ?,
                            reason = ?, booted_at = ?, seen_at = ?
                        where id = ?
                        """)
                .param(Columns.cut(boot.vendor(), LONGEST))
                .param(Columns.cut(boot.model(), LONGEST))
                .param(Columns.cut(boot.serial(), LONGEST))
                .param(Columns.cut(boot.firmware(), LONGEST))
                .param(Columns.cut(boot.reason(), 100))
                .param(Columns.moment(at))
                .param(Columns.moment(at))
                .param(id)
                .update();
    }

    @Override
    public boolean remove(String id) {
        jdbc.sql("delete from cpo_connector where station = ?").param(id).update();
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
}
