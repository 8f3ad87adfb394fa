package network.opencharging.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.node.access.AccessStore;
import network.opencharging.node.access.Person;
import network.opencharging.node.access.Session;
import network.opencharging.node.audit.Deed;
import network.opencharging.node.audit.DeedSearch;
import network.opencharging.node.platform.TokenHash;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Administrators, sessions and deeds are kept alike in both databases. */
class JdbcAccessStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final TokenHash KEY = new TokenHash("ab".repeat(32));
    private static final TokenHash COOKIE = new TokenHash("cd".repeat(32));

    abstract static class Contract {
        private Database database;
        private AccessStore store;

        abstract Database open();

        @BeforeEach
        void openDatabase() {
            database = open();
            store = database.access();
        }

        @Test
        void aPersonIsFoundByNameAndByKeyAndReplacedWhole() {
            store.save(new Person("anna", Optional.of(KEY), Optional.of("hash"), NOON, "admin"));
            assertThat(store.person("anna")).isEqualTo(store.holderOf(KEY)).isPresent();

            Person without = new Person("anna", Optional.empty(), Optional.of("h"), NOON, "bert");
            store.save(without);

            assertThat(store.holderOf(KEY)).isEmpty();
            assertThat(store.people()).containsExactly(without);
        }

        @Test
        void whoIsRemovedIsSignedOut() {
            store.save(new Person("anna", Optional.of(KEY), Optional.empty(), NOON, "admin"));
            store.open(new Session(COOKIE, "anna", NOON, NOON.plusSeconds(60)));

            assertThat(store.remove("anna")).isTrue();

            assertThat(store.session(COOKIE)).isEmpty();
            assertThat(store.remove("anna")).isFalse();
        }

        @Test
        void sessionsThatHaveExpiredGoWithTheNextOne() {
            Session old = new Session(COOKIE, "anna", NOON, NOON.plusSeconds(60));
            store.open(old);
            assertThat(store.session(COOKIE)).contains(old);

            store.open(new Session(KEY, "bert", NOON.plusSeconds(60), NOON.plusSeconds(120)));

            assertThat(store.session(COOKIE)).isEmpty();
            store.close(KEY);
            assertThat(store.session(KEY)).isEmpty();
        }

        @Test
        void aDeedThatNeverEndedStandsThereAllTheSame() {
            JdbcAuditLog log = database.audit(Clock.fixed(NOON, ZoneOffset.UTC));
            Deed begun = deed("anna", "DELETE /admin/platforms/1");
            log.begin(begun);
            long second = log.begin(deed("bert", "POST /admin/platforms"));
            log.end(second, new Deed.Outcome(Optional.of(201), Optional.of("platform 2")));

            assertThat(log.find(search("anna", "platforms/1"))).containsExactly(begun);
            assertThat(log.find(search("bert", "")))
                    .first()
                    .satisfies(it -> assertThat(it.outcome().note()).contains("platform 2"));
        }

        @Test
        void deedsAreForgottenWhenTheyAreOld() {
            JdbcAuditLog log = database.audit(Clock.fixed(NOON.plusSeconds(7200), ZoneOffset.UTC));
            log.begin(deed("anna", "POST /admin/platforms"));

            log.forget();

            assertThat(log.find(search("anna", ""))).isEmpty();
        }

        private static Deed deed(String who, String what) {
            return new Deed(NOON, who, Optional.of("KEY"), "::1", what, Deed.Outcome.OPEN);
        }

        private static DeedSearch search(String who, String what) {
            return new DeedSearch(
                    Optional.of(who),
                    Optional.of(what).filter(it -> !it.isEmpty()),
                    Optional.empty(),
                    Optional.empty(),
                    10);
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
    }
}
