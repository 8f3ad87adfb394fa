package network.opencharging.node.store;

import network.opencharging.node.handshake.ToldAddresses;
import network.opencharging.node.platform.PlatformId;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What platforms were told, in a relational database. Several processes may start at once and write
 * the same rows: each statement stands for itself, and who comes second replaces.
 */
public final class JdbcToldAddresses implements ToldAddresses {
    private static final String PRESENT = "url";

    private final JdbcClient jdbc;

    /** A store in this database. */
    public JdbcToldAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> present() {
        return jdbc.sql("select fact from node_fact where name = ?")
                .param(PRESENT)
                .query(String.class)
                .optional();
    }

    @Override
    public void setPresent(String url) {
        put(
                "update node_fact set fact = ? where name = ?",
                "insert into node_fact (fact, name) values (?, ?)",
                url,
                PRESENT);
    }

    @Override
    public Map<PlatformId, String> told() {
        Map<PlatformId, String> told = new HashMap<>();
        jdbc.sql("select platform_id, url from told_address")
                .query(rs -> {
                    told.put(new PlatformId(rs.getString("platform_id")), rs.getString("url"));
                });
        return told;
    }

    @Override
    public void save(PlatformId platform, String url) {
        jdbc.sql("delete from told_address where platform_id not in (select id from platform)")
                .update();
        put(
                "update told_address set url = ? where platform_id = ?",
                "insert into told_address (url, platform_id) values (?, ?)",
                url,
                platform.toString());
    }

    private void put(String update, String insert, String value, String key) {
        if (write(update, value, key) == 0) {
            try {
                var _ = write(insert, value, key);
            } catch (DuplicateKeyException e) {
                // Another process was first.
                var _ = write(update, value, key);
            }
        }
    }

    private int write(String sql, String value, String key) {
        return jdbc.sql(sql).param(value).param(key).update();
    }
}
