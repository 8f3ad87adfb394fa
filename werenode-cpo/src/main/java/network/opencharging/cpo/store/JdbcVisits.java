package network.opencharging.cpo.store;

import network.opencharging.cpo.people.Caller;
import network.opencharging.cpo.people.Role;
import network.opencharging.cpo.people.VisitBook;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.Optional;

/** Visits in a database. */
public final class JdbcVisits implements VisitBook {
    private final JdbcClient jdbc;

    public JdbcVisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begin(Visit visit) {
        Caller caller = visit.caller();
        jdbc.sql(
                        """
                        insert into cpo_visit (mark, way, name, role, tenant, until_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(visit.mark())
                .param(visit.way().name())
                .param(caller.name())
                .param(caller.role().name())
                .param(caller.tenant().orElse(null))
                .param(Columns.moment(visit.until()))
                .update();
    }

    @Override
    public Optional<Visit> find(String mark, Instant now) {
        return jdbc.sql("select * from cpo_visit where mark = ? and until_at > ?")
                .params(mark, Columns.moment(now))
                .query((row, _) ->
                        new Visit(
                                mark,
                                Way.valueOf(row.getString("way")),
                                new Caller(
                                        row.getString("name"),
                                        Role.valueOf(row.getString("role")),
                                        Columns.maybeText(row, "tenant")),
                                Columns.moment(row, "until_at")))
                .optional();
    }

    @Override
    public void end(String mark) {
        jdbc.sql("delete from cpo_visit where mark = ?").param(mark).update();
    }

    @Override
    public void endAll(String name) {
        jdbc.sql("delete from cpo_visit where name = ?").param(name).update();
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql("delete from cpo_visit where until_at < ?").param(Columns.moment(before)).update();
    }
}
