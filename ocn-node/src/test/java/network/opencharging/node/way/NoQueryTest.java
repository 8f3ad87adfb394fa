package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.store.JdbcPlatformStore;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
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
        TokenVault vault =
                new TokenVault(
                        "a secret of this test, 32 bytes long".getBytes(StandardCharsets.US_ASCII),
                        new SecureRandom());
        JdbcPlatformStore store =
                new JdbcPlatformStore(
                        JdbcClient.create(source),
                        new TransactionTemplate(new DataSourceTransactionManager(source)),
                        vault);
        try (TestNode node =
                        new TestNode(Cast.key(8), new FixedDirectory(Snapshot.empty()), store);
                StubParty alice = new StubParty(new PartyId("DE", "ALC"), Role.CPO, Cast.key(1));
                StubParty carol = new StubParty(new PartyId("FR", "CAR"), Role.EMSP, Cast.key(3))) {
            node.connect(alice);
            node.connect(carol);
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

    private static CountingSource database() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:no-query;DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(h2).load().migrate();
        return new CountingSource(h2);
    }
}
