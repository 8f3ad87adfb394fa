package network.opencharging.cpo.store;

import network.opencharging.bridge.metering.MeterKey;
import network.opencharging.cpo.ocpp.evidence.KeyBook;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Keys of meters in a database. */
public final class JdbcMeterKeys implements KeyBook {
    private final JdbcClient jdbc;

    public JdbcMeterKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MeterKey> of(String serial) {
        return jdbc.sql("select * from cpo_meter_key where serial = ? order by valid_from")
                .param(serial)
                .query((row, _) -> key(row))
                .list();
    }

    @Override
    public void put(String serial, MeterKey key) {
        int changed =
                jdbc.sql(
                                """
                                update cpo_meter_key set valid_from = ?, valid_until = ?
                                where serial = ? and content = ?
                                """)
                        .param(Columns.moment(key.from()))
                        .param(Columns.moment(key.until()))
                        .param(serial)
                        .param(key.text())
                        .update();
        if (changed == 0) {
            jdbc.sql(
                            """
                            insert into cpo_meter_key (serial, content, valid_from, valid_until)
                            values (?, ?, ?, ?)
                            """)
                    .param(serial)
                    .param(key.text())
                    .param(Columns.moment(key.from()))
                    .param(Columns.moment(key.until()))
                    .update();
        }
    }

    @Override
    public List<Registered> all() {
        return jdbc.sql("select * from cpo_meter_key order by serial, valid_from")
                .query((row, _) -> new Registered(row.getString("serial"), key(row)))
                .list();
    }

    private static MeterKey key(ResultSet row) throws SQLException {
        return new MeterKey(
                row.getString("content"),
                Columns.moment(row, "valid_from"),
                Columns.maybeMoment(row, "valid_until"));
    }
}
