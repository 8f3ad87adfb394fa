package network.opencharging.node.store;

import network.opencharging.node.observe.ConsentStore;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.replica.Topic;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Consents in a relational database. */
public final class JdbcConsentStore implements ConsentStore {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ChangeNumbers numbers;

    /** A store in this database. */
    public JdbcConsentStore(
            JdbcClient jdbc, TransactionOperations transactions, ChangeNumbers numbers) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.numbers = numbers;
    }

    @Override
    public Map<PlatformId, Set<String>> load() {
        Map<PlatformId, Set<String>> given = new HashMap<>();
        jdbc.sql("select platform_id, observer from consent")
                .query(rs -> {
                    given.computeIfAbsent(
                                    new PlatformId(rs.getString("platform_id")),
                                    _ -> new HashSet<>())
                            .add(rs.getString("observer"));
                });
        return given;
    }

    @Override
    public void save(PlatformId platform, Set<String> observers) {
        new BelongingRows(jdbc)
                .write(
                        platform,
                        () -> transactions.executeWithoutResult(_ -> write(platform, observers)));
    }

    private void write(PlatformId platform, Set<String> observers) {
        numbers.next(Topic.CONSENTS);
        jdbc.sql("delete from consent where platform_id = ?").param(platform.value()).update();
        for (String observer : observers) {
            jdbc.sql("insert into consent (platform_id, observer) values (?, ?)")
                    .param(platform.value())
                    .param(observer)
                    .update();
        }
    }
}
