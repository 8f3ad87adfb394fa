package network.opencharging.cpo.store;

import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.ocpp.central.ConnectorBook;
import network.opencharging.cpo.ocpp.message.ConnectorState;
import network.opencharging.cpo.ocpp.message.EvseKey;
import network.opencharging.cpo.ocpp.message.Status;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connectors' states in a database. */
public final class JdbcConnectors implements ConnectorBook, AutoCloseable {
    private static final Rows ROWS =
            Rows.of("station", "evse", "connector", "state", "error", "note", "at");
    private static final String MERGE =
            """
            merge into cpo_connector c
            using (select n.station, cast(n.evse as int) as evse,
                cast(n.connector as int) as connector, n.state, n.error, n.note,
                cast(n.at as timestamp(3) with time zone) as at from %s) n
            on (c.station = n.station and c.evse = n.evse and c.connector = n.connector)
            when matched then update set state = n.state, error = n.error, note = n.note, at = n.at
            when not matched then insert (station, evse, connector, state, error, note, at)
                values (n.station, n.evse, n.connector, n.state, n.error, n.note, n.at)
            """
                    .formatted(ROWS.table());

    private static final Rows NAMES = Rows.of("station");
    private static final String PORTS =
            """
            select distinct station, evse from cpo_connector
            where evse > 0 and station in (select n.station from %s)
            order by station, evse
            """
                    .formatted(NAMES.table());

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final GroupCommit<Status> group;

    public JdbcConnectors(JdbcOperations jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.group = new GroupCommit<>("connectors", this::write);
    }

    @Override
    public void put(Status status) {
        group.add(status);
    }

    /** Of several states of a connector the last one counts. */
    private void write(List<Status> states) {
        Map<EvseKey, Status> last = new LinkedHashMap<>();
        states.forEach(status -> last.put(status.key(), status));
        transactions.executeWithoutResult(_ ->
                ROWS.run(
                        jdbc, MERGE, last.values().stream().map(JdbcConnectors::columns).toList()));
    }

    private static @Nullable Object[] columns(Status status) {
        return new Object[] {
            status.key().station(),
            status.key().evse(),
            status.key().connector(),
            status.state().name(),
            Columns.cut(status.error(), 100),
            Columns.cut(status.note(), 300),
            status.at()
        };
    }

    @Override
    public List<Status> of(String station) {
        return jdbc.query(
                "select * from cpo_connector where station = ? order by evse, connector",
                (row, _) ->
                        new Status(
                                new EvseKey(
                                        row.getString("station"),
                                        row.getInt("evse"),
                                        row.getInt("connector")),
                                ConnectorState.valueOf(row.getString("state")),
                                row.getString("error"),
                                row.getString("note"),
                                Columns.moment(row, "at")),
                station);
    }

    @Override
    public List<PortId> ports(Collection<String> stations) {
        return NAMES.query(
                jdbc,
                PORTS,
                stations.stream()
                        .<@Nullable Object[]>map(station -> new Object[] {station})
                        .toList(),
                (row, _) -> new PortId(row.getString("station"), row.getInt("evse")));
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
