package network.opencharging.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.node.clientinfo.Saying;
import network.opencharging.node.clientinfo.SayingStore;
import network.opencharging.node.handshake.ToldAddresses;
import network.opencharging.node.observe.Consents;
import network.opencharging.node.platform.Cast;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.Written;
import network.opencharging.node.replica.Changes;
import network.opencharging.node.replica.Leases;
import network.opencharging.node.replica.Topic;
import network.opencharging.protocol.party.Role;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What several processes on one database agree about. */
class JdbcReplicaTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    abstract static class Contract {
        Database database;

        abstract Database open();

        @BeforeEach
        void openDatabase() {
            database = open();
        }

        @Test
        void aLeaseHasOneHolderWhoMayRenewItUntilItIsGivenBack() {
            Leases leases = new JdbcLeases(database.client());

            assertThat(leases.hold("news", "one", MINUTE)).isTrue();
            assertThat(leases.hold("news", "two", MINUTE)).isFalse();
            assertThat(leases.hold("news", "one", MINUTE)).isTrue();
            assertThat(leases.count("ne")).isEqualTo(1);

            leases.giveBack("one");
            assertThat(leases.hold("news", "two", MINUTE)).isTrue();
        }

        @Test
        void aLeaseThatIsNotRenewedGoesToWhoAsksNext() {
            Leases leases = new JdbcLeases(database.client());
            leases.hold("news", "one", Duration.ofSeconds(1));

            await().untilAsserted(() -> assertThat(leases.hold("news", "two", MINUTE)).isTrue());
            assertThat(leases.hold("news", "one", MINUTE)).isFalse();
        }

        @Test
        void everyWriteCountsItsTopicAndAFailedOneDoesNot() {
            long before = database.numbers().number(Topic.PLATFORMS);

            database.platforms().save(Cast.alice("c", "b"));
            Written taken =
                    database.platforms()
                            .save(
                                    Cast.connected(
                                            "other",
                                            "d",
                                            "e",
                                            List.of(Cast.role(Cast.ALICE, Role.CPO))));

            assertThat(taken).isInstanceOf(Written.RoleTaken.class);
            assertThat(database.numbers().number(Topic.PLATFORMS)).isEqualTo(before + 1);
        }

        @Test
        void sayingsAreToldOnceAndReplaced() {
            SayingStore store = database.sayings();
            Saying bob = new Saying(Cast.BOB, Role.EMSP, ConnectionStatus.CONNECTED, Cast.NOON);
            store.keep(bob);
            SayingStore.Later first = store.later(-1);
            Saying offline = new Saying(Cast.BOB, Role.EMSP, ConnectionStatus.OFFLINE, Cast.NOON);
            store.keep(offline);

            assertThat(first.sayings()).containsExactly(bob);
            assertThat(store.later(first.number()).sayings()).containsExactly(offline);
            assertThat(store.later(-1).sayings()).containsExactly(offline);
        }

        @Test
        void manyProcessesThatStartAtOnceMayWriteTheSameAddress() {
            database.platforms().save(Cast.alice("c", "b"));
            ToldAddresses addresses = new JdbcToldAddresses(database.client());
            List<String> urls = List.of("https://a.example", "https://b.example");
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> starts = new ArrayList<>();
                for (int i = 0; i < 40; i++) {
                    String url = urls.get(i % 2);
                    starts.add(
                            threads.submit(() -> {
                                addresses.save(new PlatformId("alice"), url);
                                addresses.setPresent(url);
                            }));
                }
                assertThat(starts)
                        .allSatisfy(start -> assertThatCode(start::get).doesNotThrowAnyException());
            }
            assertThat(addresses.present()).get().isIn(urls);
            assertThat(addresses.told()).hasSize(1);
            assertThat(addresses.told().values()).isSubsetOf(urls);
        }

        @Test
        void whoCameFirstSetsAFact() {
            NodeFacts facts = new NodeFacts(database.client());

            assertThat(facts.agree("secret", "a")).isTrue();
            assertThat(facts.agree("secret", "b")).isFalse();
            assertThat(facts.agree("secret", "a")).isTrue();
        }
    }

    @Nested
    class H2 extends Contract {
        @TempDir private Path folder = Path.of("");

        @Override
        Database open() {
            return Database.h2(folder);
        }
    }

    @Nested
    class Postgres extends Contract {
        private static EmbeddedPostgres server;

        @BeforeAll
        static void startServer() {
            server = Database.startPostgres();
        }

        @AfterAll
        static void stopServer() throws IOException {
            server.close();
        }

        @Override
        Database open() {
            return Database.emptied(server);
        }

        @Test
        void theBellRingsForWhatAnotherProcessWritesLongBeforeItIsTimeToLook() {
            Platforms here = new Platforms(database.platforms(), Clock.systemUTC(), true);
            AtomicInteger looks = new AtomicInteger();
            Changes changes = changes(Topic.PLATFORMS, here::refresh);
            try (PostgresBell bell =
                    new PostgresBell(
                            database.source(),
                            Duration.ofHours(1),
                            () -> {
                                changes.look();
                                looks.incrementAndGet();
                            })) {
                bell.start();
                await().until(() -> looks.get() > 0);

                Platform alice = Cast.alice("c", "b");
                database.platforms().save(alice);

                await().untilAsserted(() -> assertThat(here.byId(id("alice"))).isPresent());
            }
        }

        @Test
        void aBellWhoseConnectionBreaksRingsAgain() throws Exception {
            Platforms here = new Platforms(database.platforms(), Clock.systemUTC(), true);
            Changes changes = changes(Topic.PLATFORMS, here::refresh);
            try (PostgresBell bell =
                    new PostgresBell(database.source(), Duration.ofMillis(100), changes::look)) {
                bell.start();
                await().until(() -> listeners() > 0);
                database.client()
                        .sql(
                                "select pg_terminate_backend(pid) from pg_stat_activity where query"
                                        + " = 'listen ocn_change'")
                        .query((rs, _) -> true)
                        .list();
                database.platforms().save(Cast.alice("c", "b"));

                await().untilAsserted(() -> assertThat(here.byId(id("alice"))).isPresent());
            }
        }

        @Test
        void aConsentGivenAtOneProcessIsKeptByWhatAnotherOneGives() {
            database.platforms().save(Cast.alice("c", "b"));
            Platforms platforms = new Platforms(database.platforms(), Clock.systemUTC(), true);
            platforms.refresh();
            Consents one = new Consents(platforms, database.consents());
            Consents two = new Consents(platforms, database.consents());
            Changes changes = changes(Topic.CONSENTS, one::refresh);
            changes.look();

            one.set(id("alice"), "meter", true);
            two.set(id("alice"), "audit", true);
            assertThat(two.of(id("alice"))).containsExactlyInAnyOrder("meter", "audit");

            changes.look();
            assertThat(one.of(id("alice"))).containsExactlyInAnyOrder("meter", "audit");
        }

        @Test
        void aTopicOfALaterReleaseIsNoFault() {
            database.client().sql("insert into change_count values ('TARIFFS', 7)").update();

            assertThat(database.numbers().numbers()).containsOnlyKeys(Topic.values());
        }

        private Changes changes(Topic topic, Runnable holder) {
            Map<Topic, Runnable> holders = new EnumMap<>(Topic.class);
            for (Topic each : Topic.values()) {
                holders.put(each, each == topic ? holder : () -> {});
            }
            return new Changes(database.numbers(), holders);
        }

        private long listeners() {
            return database.client()
                    .sql("select count(*) from pg_stat_activity where query like 'listen ocn%'")
                    .query(Long.class)
                    .single();
        }

        private static PlatformId id(String value) {
            return new PlatformId(value);
        }
    }
}
