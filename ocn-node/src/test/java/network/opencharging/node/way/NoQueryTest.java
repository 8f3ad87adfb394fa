package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.journal.BodySeal;
import network.opencharging.node.journal.Chronicle;
import network.opencharging.node.journal.LiveFeed;
import network.opencharging.node.journal.MessageRecord.Ending;
import network.opencharging.node.journal.MessageSearch;
import network.opencharging.node.journal.RecentRequests;
import network.opencharging.node.journal.Scribe;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.rules.PartyRules;
import network.opencharging.node.rules.RuleEntry;
import network.opencharging.node.store.ChangeNumbers;
import network.opencharging.node.store.JdbcBodyLog;
import network.opencharging.node.store.JdbcMessageLog;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/** A forwarded message needs neither the database nor the chain: what it asks is in memory. */
class NoQueryTest {
    private static final byte[] SECRET =
            "a secret of this test, 32 bytes long".getBytes(StandardCharsets.US_ASCII);
    private static final MessageSearch ALL =
            new MessageSearch(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    100);

    /**
     * Every query needs a connection first; those who write behind the messages' backs can be held
     * up.
     */
    private static final class CountingSource extends DelegatingDataSource {
        private final AtomicInteger connections = new AtomicInteger();
        private final CountDownLatch open = new CountDownLatch(1);
        private volatile boolean holding;

        CountingSource(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (!Thread.currentThread().getName().startsWith("writes ")) {
                connections.incrementAndGet();
            } else if (holding) {
                hold();
            }
            return super.getConnection();
        }

        private void hold() {
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Only a snapshot is there: whoever wanted the source would find none. */
    private record FixedDirectory(Snapshot snapshot) implements Directory {
        @Override
        public Freshness freshness() {
            throw new AssertionError("a message must not ask how fresh the directory is");
        }
    }

    private final CountingSource source = database();
    private final JdbcOperations jdbc = new JdbcTemplate(source);
    private final JdbcMessageLog log =
            new JdbcMessageLog(jdbc, 5, Duration.ofDays(1), Clock.systemUTC());
    private final JdbcBodyLog bodies =
            new JdbcBodyLog(
                    jdbc,
                    new BodySeal(SECRET, new SecureRandom()),
                    new JdbcBodyLog.Bounds(Duration.ofHours(1), 1000, 200),
                    Clock.systemUTC());
    private final TestNode node = node(source);
    private final StubParty alice = new StubParty(new PartyId("DE", "ALC"), Role.CPO, Cast.key(1));
    private final StubParty carol = new StubParty(new PartyId("FR", "CAR"), Role.EMSP, Cast.key(3));

    @BeforeEach
    void begin() {
        node.connect(alice);
        node.connect(carol);
        letThrough(node, alice.id());
        Chronicle chronicle =
                new Chronicle(
                        new Scribe(
                                () -> UUID.randomUUID().toString(),
                                new RecentRequests(100, System::nanoTime),
                                refusal -> new Ending(200, Optional.of(2000), Optional.empty()),
                                Clock.systemUTC()),
                        log,
                        bodies,
                        new LiveFeed(Clock.systemUTC()));
        node.tell(chronicle::takeDown);
        log.start();
        bodies.start();
    }

    @AfterEach
    void end() {
        source.open.countDown();
        log.close();
        bodies.close();
        node.close();
        alice.close();
        carol.close();
    }

    /** With rules, a pace, the log of messages and that of bodies on. */
    @Test
    void aForwardedMessageAsksNoDatabaseAndNoChain() {
        int before = source.connections.get();
        assertThat(before).isPositive();

        passTwenty();

        assertThat(source.connections.get()).isEqualTo(before);
        await().untilAsserted(() -> assertThat(log.find(ALL)).isNotEmpty());
        assertThat(bodies.find(log.find(ALL).getLast().id()).orElseThrow().request().text())
                .isIn("{\"id\":\"L1\"}", "");
    }

    @Test
    void whileTheLogsDatabaseHangsMessagesPassAndWhatIsLostIsCounted() {
        source.holding = true;

        passTwenty();

        await().untilAsserted(() -> {
            assertThat(log.dropped()).isPositive();
            assertThat(bodies.dropped()).isPositive();
        });
        source.open.countDown();
        await().untilAsserted(() ->
                assertThat(log.find(ALL)).hasSize(20 - Math.toIntExact(log.dropped())));
    }

    private void passTwenty() {
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
    }

    private static TestNode node(DataSource source) {
        TokenVault vault = new TokenVault(SECRET, new SecureRandom());
        JdbcClient jdbc = JdbcClient.create(source);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
        ChangeNumbers numbers = new ChangeNumbers(jdbc, false);
        return new TestNode(
                Cast.key(8),
                new FixedDirectory(Snapshot.empty()),
                new JdbcPlatformStore(jdbc, transactions, vault, numbers),
                new JdbcRuleStore(jdbc, transactions, numbers),
                "ocn.node.pace.per-second=1000");
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
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(h2).load().migrate();
        return new CountingSource(h2);
    }
}
