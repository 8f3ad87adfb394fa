package network.opencharging.cpo.store;

import network.opencharging.cpo.people.AuditBook;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The audit in a database. */
public final class JdbcAudit implements AuditBook {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DEED = 400;
    private static final int LONGEST_ADDRESS = 60;
    private final JdbcClient jdbc;

    public JdbcAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Deed deed) {
        jdbc.sql(
                        """
                        insert into cpo_audit (at, who, tenant, deed, status, address)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(Columns.moment(deed.at()))
                .param(Columns.cut(deed.who(), LONGEST_NAME))
                .param(deed.tenant().orElse(null))
                .param(Columns.cut(deed.deed(), LONGEST_DEED))
                .param(deed.status())
                .param(Columns.cut(deed.from(), LONGEST_ADDRESS))
                .update();
    }

    @Override
    public List<Deed> latest(Optional<String> tenant, Instant before, int limit) {
        List<Object> values = new ArrayList<>();
        values.add(Columns.moment(before));
        tenant.ifPresent(values::add);
        values.add(limit);
        return jdbc.sql(
                        "select * from cpo_audit where at < ? %s order by id desc limit ?"
                                .formatted(tenant.isPresent() ? "and tenant = ?" : ""))
                .params(values)
                .query((row, _) ->
                        new Deed(
                                Columns.moment(row, "at"),
                                row.getString("who"),
                                Columns.maybeText(row, "tenant"),
                                row.getString("deed"),
                                row.getInt("status"),
                                row.getString("address")))
                .list();
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql("delete from cpo_audit where at < ?").param(Columns.moment(before)).update();
    }
}
