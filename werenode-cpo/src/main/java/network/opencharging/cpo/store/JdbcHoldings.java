package network.opencharging.cpo.store;

import network.opencharging.cpo.people.Holdings;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What belongs to tenants, in a database. */
public final class JdbcHoldings implements Holdings {
    private final JdbcClient jdbc;

    public JdbcHoldings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String key(Kind kind, String id) {
        return kind == Kind.TARIFF ? id.toUpperCase(Locale.ROOT) : id;
    }

    @Override
    public Optional<String> holder(Kind kind, String id) {
        return jdbc.sql(
                        "select tenant from cpo_holding where kind = ? and id = ?"
                                + " and tenant is not null")
                .params(kind.name(), key(kind, id))
                .query(String.class)
                .optional();
    }

    @Override
    public Set<String> of(Kind kind, String tenant) {
        return Set.copyOf(
                jdbc.sql("select id from cpo_holding where kind = ? and tenant = ?")
                        .params(kind.name(), tenant)
                        .query((row, _) -> row.getString("id"))
                        .list());
    }

    @Override
    public Set<String> ofAnybody(Kind kind) {
        return Set.copyOf(
                jdbc.sql("select id from cpo_holding where kind = ? and tenant is not null")
                        .param(kind.name())
                        .query((row, _) -> row.getString("id"))
                        .list());
    }

    @Override
    public void give(Kind kind, String id, Optional<String> tenant) {
        if (!changed(kind, id, tenant)) {
            try {
                insert(kind, id, tenant);
            } catch (DuplicateKeyException e) {
                changed(kind, id, tenant);
            }
        }
    }

    private boolean changed(Kind kind, String id, Optional<String> tenant) {
        return jdbc.sql("update cpo_holding set tenant = ? where kind = ? and id = ?")
                        .param(tenant.orElse(null))
                        .param(kind.name())
                        .param(key(kind, id))
                        .update()
                > 0;
    }

    private void insert(Kind kind, String id, Optional<String> tenant) {
        jdbc.sql("insert into cpo_holding (kind, id, tenant) values (?, ?, ?)")
                .param(kind.name())
                .param(key(kind, id))
                .param(tenant.orElse(null))
                .update();
    }

    @Override
    public boolean claim(Kind kind, String id, String tenant) {
        try {
            insert(kind, id, Optional.of(tenant));
            return true;
        } catch (DuplicateKeyException e) {
            return holder(kind, id).filter(tenant::equals).isPresent();
        }
    }
}
