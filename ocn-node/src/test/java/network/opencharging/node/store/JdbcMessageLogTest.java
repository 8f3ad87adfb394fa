package network.opencharging.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.node.journal.MessageRecord;
import network.opencharging.node.journal.MessageRecord.Ending;
import network.opencharging.node.journal.MessageRecord.What;
import network.opencharging.node.journal.MessageSearch;
import network.opencharging.node.message.Step;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The log of messages on both databases. */
class JdbcMessageLogTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId BOB = new PartyId("NL", "BOB");

    private static final MessageRecord ANSWERED =
            new MessageRecord(
                    "m-1",
                    NOON,
                    new MessageIds("r-1", "c-1"),
                    Optional.of(ALICE),
                    Optional.of(BOB),
                    new What("sessions", "RECEIVER", "PUT"),
                    false,
                    true,
                    true,
                    new Ending(200, Optional.of(1000), Optional.empty()),
                    12,
                    List.of(
                            new Step(
                                    Step.Name.AUTHENTICATE,
                                    Duration.ofNanos(12000),
                                    true,
                                    "DE/ALC by the token of platform p-1"),
                            new Step(Step.Name.SEND, Duration.ofMillis(11), true, "HTTP 200")));
    private static final MessageRecord REFUSED =
            new MessageRecord(
                    "m-2",
                    NOON.plusSeconds(60),
                    new MessageIds("r-2", "c-2"),
                    Optional.empty(),
                    Optional.empty(),
                    new What("cdrs", "SENDER", "GET"),
                    true,
                    false,
                    false,
                    new Ending(401, Optional.of(2001), Optional.of("UnknownToken")),
                    0,
                    List.of(new Step(Step.Name.AUTHENTICATE, Duration.ZERO, false, "tab\tinside")));
    private static final MessageSearch ALL =
            new MessageSearch(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    10);

    /** What every database must do. */
    abstract static class Contract {
        abstract JdbcOperations jdbc();

        private JdbcMessageLog written() {
            JdbcMessageLog log = log(NOON);
            log.start();
            log.keep(ANSWERED);
            log.keep(REFUSED);
            log.close();
            return log;
        }

        private JdbcMessageLog log(Instant now) {
            return new JdbcMessageLog(
                    jdbc(), 100, Duration.ofDays(30), Clock.fixed(now, ZoneOffset.UTC));
        }

        @Test
        void whatWasKeptIsFoundByEachOfItsMarksTheNewestFirst() {
            JdbcMessageLog log = written();

            assertThat(log.find(ALL)).containsExactly(REFUSED, ANSWERED);
            assertThat(log.dropped()).isZero();
            for (UnaryOperator<MessageSearch> mark :
                    List.<UnaryOperator<MessageSearch>>of(
                            it -> search(it, Optional.of("c-1"), Optional.empty(), it.refused()),
                            it -> search(it, Optional.empty(), Optional.of(ALICE), it.refused()),
                            it -> search(it, Optional.empty(), Optional.of(BOB), it.refused()),
                            it -> search(it, Optional.empty(), it.party(), Optional.of(false)))) {
                assertThat(log.find(mark.apply(ALL))).containsExactly(ANSWERED);
            }
            assertThat(log.find(search(ALL, Optional.empty(), Optional.empty(), Optional.of(true))))
                    .containsExactly(REFUSED);
        }

        @Test
        void itIsFoundByTheStatusThatItsSenderGotAndByItsId() {
            JdbcMessageLog log = written();

            assertThat(log.find(status(1000))).containsExactly(ANSWERED);
            assertThat(log.find(status(401))).containsExactly(REFUSED);
            assertThat(log.find(status(2001))).containsExactly(REFUSED);
            assertThat(log.find(status(500))).isEmpty();
            assertThat(log.byId("m-1")).contains(ANSWERED);
            assertThat(log.byId("m-3")).isEmpty();
        }

        private static MessageSearch status(int status) {
            return new MessageSearch(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(status),
                    Optional.empty(),
                    Optional.empty(),
                    10);
        }

        @Test
        void whatIsTooOldIsForgotten() {
            written();

            log(NOON.plus(Duration.ofDays(30)).plusSeconds(30)).forget();

            assertThat(log(NOON).find(ALL)).containsExactly(REFUSED);
        }

        private static MessageSearch search(
                MessageSearch all,
                Optional<String> correlation,
                Optional<PartyId> party,
                Optional<Boolean> refused) {
            return new MessageSearch(
                    correlation,
                    party,
                    all.module(),
                    refused,
                    all.status(),
                    all.from(),
                    Optional.of(NOON.plusSeconds(3600)),
                    all.most());
        }
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
