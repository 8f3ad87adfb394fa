package network.opencharging.node.store;

import network.opencharging.node.handshake.ToldAddresses;
import network.opencharging.node.platform.PlatformId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What platforms were told, in a relational database. */
public final class JdbcToldAddresses implements ToldAddresses {
    private static final String PRESENT = "url";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    /** A store in this database. */
    public JdbcToldAddresses(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
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
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("delete from node_fact where name = ?").param(PRESENT).update();
            jdbc.sql("insert into node_fact (name, fact) values (?, ?)")
                    .param(PRESENT)
                    .param(url)
                    .update();
        });
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
        transactions.executeWithoutResult(_ -> {
            jdbc.sql(
                            "delete from told_address where platform_id = ?"
                                    + " or platform_id not in (select id from platform)")
                    .param(platform.toString())
                    .update();
            jdbc.sql("insert into told_address (platform_id, url) values (?, ?)")
                    .param(platform.toString())
                    .param(url)
                    .update();
        });
    }
}
