package network.opencharging.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.node.journal.BodyLog.Said;
import network.opencharging.node.journal.BodyLog.Text;
import network.opencharging.node.journal.BodySeal;
import network.opencharging.protocol.message.Body;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/** What was said, on both databases. */
class JdbcBodyLogTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Body REQUEST = Body.of("{\"uid\":\"card of a driver\"}");
    private static final Body ANSWER = Body.of("{\"status_code\":1000}");
    private static final BodySeal SEAL = seal("the secret of this node, 32 bytes");

    private static BodySeal seal(String secret) {
        return new BodySeal(secret.getBytes(StandardCharsets.US_ASCII), new SecureRandom());
    }

    /** What every database must do. */
    abstract static class Contract {
        abstract JdbcOperations jdbc();

        private JdbcBodyLog log(BodySeal seal, long waiting, Instant now) {
            return new JdbcBodyLog(
                    jdbc(),
                    seal,
                    new JdbcBodyLog.Bounds(Duration.ofHours(24), 12, waiting),
                    Clock.fixed(now, ZoneOffset.UTC));
        }

        private JdbcBodyLog written() {
            JdbcBodyLog log = log(SEAL, 1000, NOON);
            log.start();
            log.keep("m-1", NOON, REQUEST, ANSWER);
            log.close();
            return log;
        }

        @Test
        void theBeginningOfABodyIsKeptAndHowLargeItWas() {
            assertThat(written().find("m-1"))
                    .contains(
                            new Said(
                                    new Text("{\"uid\":\"card", REQUEST.size()),
                                    new Text("{\"status_cod", ANSWER.size())));
            assertThat(written().find("m-2")).isEmpty();
        }

        @Test
        void nothingOfItCanBeReadInTheDatabase() {
            written();

            byte[] stored = jdbc().queryForObject("select request from message_body", byte[].class);
            assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("uid");
        }

        @Test
        void itOpensWithThisNodesSecretOnlyAndInItsPlaceOnly() {
            written();
            assertThatThrownBy(() ->
                            log(seal("another secret, 32 bytes long too"), 10, NOON).find("m-1"))
                    .hasMessageContaining("does not open");

            jdbc().update("update message_body set message = 'm-9'");
            assertThatThrownBy(() -> log(SEAL, 10, NOON).find("m-9"))
                    .hasMessageContaining("does not open");
        }

        @Test
        void afterItsTimeItIsGone() {
            written();

            log(SEAL, 10, NOON.plus(Duration.ofHours(24))).forget();
            assertThat(log(SEAL, 10, NOON).find("m-1")).isPresent();

            log(SEAL, 10, NOON.plus(Duration.ofHours(24)).plusSeconds(1)).forget();
            assertThat(log(SEAL, 10, NOON).find("m-1")).isEmpty();
        }

        @Test
        void moreThanMayWaitIsDroppedAndCountedAndRoomComesBack() {
            try (JdbcBodyLog log = log(SEAL, REQUEST.size() + ANSWER.size(), NOON)) {
                log.keep("m-1", NOON, REQUEST, ANSWER);
                log.keep("m-2", NOON, REQUEST, ANSWER);
                assertThat(log.dropped()).isEqualTo(1);

                log.start();
                await().until(() -> log.find("m-1").isPresent());
                await().until(() -> {
                    log.keep("m-3", NOON, REQUEST, ANSWER);
                    return log.find("m-3").isPresent();
                });
            }
        }
    }

    @Test
    void twoSealsOfOneBodyDiffer() {
        byte[] one = SEAL.seal(REQUEST.bytes(), "m-1");
        assertThat(one).isNotEqualTo(SEAL.seal(REQUEST.bytes(), "m-1"));
        byte[] changed = Arrays.copyOf(one, one.length);
        changed[changed.length - 1] ^= 1;
        assertThatThrownBy(() -> SEAL.open(changed, "m-1")).hasMessageContaining("does not open");
    }

    @Nested
    class OnH2 extends Contract {
        @TempDir private Path folder = Path.of("");

        @Override
        JdbcOperations jdbc() {
            return new JdbcTemplate(Database.h2(folder).source());
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnPostgres extends Contract {
        private final EmbeddedPostgres server = Database.startPostgres();

        @AfterAll
        void stop() throws IOException {
            server.close();
        }

        @BeforeEach
        void empty() {
            Database.emptied(server);
        }

        @Override
        JdbcOperations jdbc() {
            return new JdbcTemplate(server.getPostgresDatabase());
        }
    }
}
