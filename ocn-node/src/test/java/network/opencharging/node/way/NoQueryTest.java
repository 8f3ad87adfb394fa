package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.rules.PartyRules;
import network.opencharging.node.rules.RuleEntry;
import network.opencharging.node.store.JdbcPlatformStore;
import network.opencharging.node.store.JdbcRuleStore;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;
import network.opencharging.registry.directory.Snapshot;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/** A forwarded message needs neither the database nor the chain: what it asks is in memory. */
class NoQueryTest {

    /** Every query needs a connection first. */
    private static final class CountingSource extends DelegatingDataSource {
        private final AtomicInteger connections = new AtomicInteger();

        CountingSource(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            connections.incrementAndGet();
            return super.getConnection();
        }
    }

    /** Only a snapshot is there: whoever wanted the source would find none. */
    private record FixedDirectory(Snapshot snapshot) implements Directory {
        @Override
        public Freshness freshness() {
            throw new AssertionError("a message must not ask how fresh the directory is");
        }
    }

    @Test
    void aForwardedMessageAsksNoDatabaseAndNoChain() {
        CountingSource source = database();
        try (TestNode node = node(source);
                StubParty alice = new StubParty(new PartyId("DE", "ALC"), Role.CPO, Cast.key(1));
                StubParty carol = new StubParty(new PartyId("FR", "CAR"), Role.EMSP, Cast.key(3))) {
            node.connect(alice);
            node.connect(carol);
            letThrough(node, alice.id());
            int before = source.connections.get();
            assertThat(before).isPositive();

            for (int i = 0; i < 10; i++) {
                Asking asking = Asking.at(node.url(), alice, carol.id());
                assertThat(
                                asking.asks("PUT", "/ocpi/receiver/2.2.1/locations/DE/ALC/L1")
                                        .body("{\"id\":\"L1\"}")
                                        .send()
                                        .code())
                        .isEqualTo(1000);
                assertThat(asking.asks("GET", "/ocpi/sender/2.2.1/tokens").send().code())
                        .isEqualTo(1000);
            }

            assertThat(source.connections.get()).isEqualTo(before);
        }
    }

    private static TestNode node(DataSource source) {
        TokenVault vault =
                new TokenVault(
                        "a secret of this test, 32 bytes long".getBytes(StandardCharsets.US_ASCII),
                        new SecureRandom());
        JdbcClient jdbc = JdbcClient.create(source);
        TransactionTemplate transactions =
                new TransactionTemplate(new DataSourceTransactionManager(source));
        return new TestNode(
                Cast.key(8),
                new FixedDirectory(Snapshot.empty()),
                new JdbcPlatformStore(jdbc, transactions, vault),
                new JdbcRuleStore(jdbc, transactions));
    }

    /** Carol takes only what Alice sends, about two modules. */
    private static void letThrough(TestNode node, PartyId sender) {
        node.rules()
                .change(
                        new PlatformId("platform-CAR"),
                        rules ->
                                rules.added(
                                        PartyRules.Kind.ONLY,
                                        new RuleEntry(
                                                sender,
                                                Set.of(ModuleId.LOCATIONS, ModuleId.TOKENS))));
    }

    private static CountingSource database() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:no-query;DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(h2).load().migrate();
        return new CountingSource(h2);
    }
}
