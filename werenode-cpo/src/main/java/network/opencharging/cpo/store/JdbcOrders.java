package network.opencharging.cpo.store;

import network.opencharging.cpo.ocpp.central.OrderBook;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.List;

/** Orders to start in a database. */
public final class JdbcOrders implements OrderBook {
    private final JdbcClient jdbc;

    public JdbcOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Order order) {
        remove(order.session());
        jdbc.sql(
                        """
                        insert into cpo_start_order (session, station, evse, token, until_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        order.session(),
                        order.station(),
                        order.evse(),
                        order.token(),
                        Columns.moment(order.until()))
                .update();
    }

    @Override
    public boolean remove(String session) {
        return jdbc.sql("delete from cpo_start_order where session = ?").param(session).update()
                > 0;
    }

    @Override
    public List<Order> open(Instant now) {
        jdbc.sql("delete from cpo_start_order where until_at < ?")
                .param(Columns.moment(now))
                .update();
        return jdbc.sql("select * from cpo_start_order order by until_at")
                .query((row, _) ->
                        new Order(
                                row.getString("station"),
                                row.getInt("evse"),
                                row.getString("token"),
                                row.getString("session"),
                                Columns.moment(row, "until_at")))
                .list();
    }
}
