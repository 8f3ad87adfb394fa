package network.opencharging.cpo.store;

import network.opencharging.cpo.plug.port.PlugMemory;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What must be known of plugs after a restart, in a database. */
public final class JdbcPlugMemory implements PlugMemory {
    private final JdbcClient jdbc;

    public JdbcPlugMemory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Kept> recall(String plug) {
        return jdbc.sql("select * from cpo_plug_memory where plug = ?")
                .param(plug)
                .query((row, _) -> kept(row))
                .optional();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        Optional<Instant> counted = Columns.maybeMoment(row, "counter_at");
        Optional<String> session = Columns.maybeText(row, "session");
        return new Kept(
                counted.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new KeptCounter(
                                        row.getLong("counter_offset"),
                                        row.getLong("counter_last"),
                                        counted.get())),
                session.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new KeptCharge(
                                        session.get(),
                                        row.getString("token"),
                                        row.getBoolean("ending"))));
    }

    @Override
    public void keep(String plug, Kept kept) {
        jdbc.sql(
                        """
                        merge into cpo_plug_memory m
                        using (select cast(? as varchar) as plug, cast(? as bigint) as counter_offset,
                            cast(? as bigint) as counter_last,
                            cast(? as timestamp(3) with time zone) as counter_at,
                            cast(? as varchar) as session, cast(? as varchar) as token,
                            cast(? as boolean) as ending) n
                        on (m.plug = n.plug)
                        when matched then update set counter_offset = n.counter_offset,
                            counter_last = n.counter_last, counter_at = n.counter_at,
                            session = n.session, token = n.token, ending = n.ending
                        when not matched then insert (plug, counter_offset, counter_last,
                            counter_at, session, token, ending)
                            values (n.plug, n.counter_offset, n.counter_last, n.counter_at,
                                n.session, n.token, n.ending)
                        """)
                .param(plug)
                .param(kept.counter().map(KeptCounter::offset).orElse(null))
                .param(kept.counter().map(KeptCounter::last).orElse(null))
                .param(Columns.moment(kept.counter().map(KeptCounter::at)))
                .param(kept.charge().map(KeptCharge::session).orElse(null))
                .param(kept.charge().map(KeptCharge::token).orElse(null))
                .param(kept.charge().map(KeptCharge::ending).orElse(false))
                .update();
    }
}
