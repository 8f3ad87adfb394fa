package network.opencharging.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.node.links.LinkKind;
import network.opencharging.node.links.LinkScope;
import network.opencharging.node.links.RememberedCallback;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

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
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** The journal on both databases, and what becomes of a message while it is slow. */
class JdbcCallbackJournalTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final LinkScope SCOPE =
            new LinkScope(
                    LinkKind.CALLBACK,
                    ModuleId.COMMANDS,
                    new PartyId("DE", "ALC"),
                    new PartyId("NL", "BOB"));

    private static RememberedCallback callback(int number) {
        return new RememberedCallback(
                SCOPE, "uid-" + number, "https://bob.example/" + number, NOON.plusSeconds(number));
    }

    private static JdbcCallbackJournal journal(JdbcOperations jdbc, int most, Instant now) {
        return new JdbcCallbackJournal(jdbc, most, true, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** What every database must do. */
    abstract static class Contract {
        abstract JdbcOperations jdbc();

        @Test
        void whatWasKeptIsThereAfterARestartInItsOrder() {
            List<RememberedCallback> kept =
                    IntStream.rangeClosed(1, 500).mapToObj(number -> callback(number)).toList();
            try (JdbcCallbackJournal journal = journal(jdbc(), 1000, NOON)) {
                journal.start();
                kept.forEach(journal::keep);
            }

            try (JdbcCallbackJournal after = journal(jdbc(), 1000, NOON)) {
                assertThat(after.load(1000)).isEqualTo(kept);
                assertThat(after.load(2)).isEqualTo(kept.subList(498, 500));
            }
        }

        @Test
        void whatHasExpiredIsNotLoadedAndIsDeleted() {
            try (JdbcCallbackJournal journal = journal(jdbc(), 10, NOON)) {
                journal.start();
                journal.keep(callback(1));
                journal.keep(callback(100));
            }

            Instant later = NOON.plusSeconds(50);
            try (JdbcCallbackJournal journal = journal(jdbc(), 10, later)) {
                assertThat(journal.load(10)).containsExactly(callback(100));
                journal.start();
                journal.keep(callback(200));
            }
            assertThat(jdbc().queryForList("select uid from callback order by uid", String.class))
                    .containsExactly("uid-100", "uid-200");
        }

        @Test
        void aTextThatCannotBeWrittenIsDroppedAlone() {
            try (JdbcCallbackJournal journal = journal(jdbc(), 10, NOON)) {
                journal.start();
                for (String uid : List.of("nul\0", "x".repeat(1025), "good")) {
                    journal.keep(
                            new RememberedCallback(SCOPE, uid, "https://b", NOON.plusSeconds(9)));
                }
                assertThat(journal.dropped()).isEqualTo(2);
            }
            assertThat(jdbc().queryForList("select uid from callback", String.class))
                    .containsExactly("good");
        }

        @Test
        void aFailureOfTheDatabaseIsCountedAndTheNextBatchIsWritten() {
            try (JdbcCallbackJournal journal = journal(jdbc(), 10, NOON)) {
                journal.start();
                jdbc().execute("alter table callback rename to away");
                journal.keep(callback(1));
                await().until(() -> journal.dropped() == 1);
                jdbc().execute("alter table away rename to callback");
                journal.keep(callback(2));
            }
            try (JdbcCallbackJournal after = journal(jdbc(), 10, NOON)) {
                assertThat(after.load(10)).containsExactly(callback(2));
            }
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

    @Test
    void whileWritingHangsNobodyWaitsAndWhatDoesNotFitIsCounted() {
        CountDownLatch hanging = new CountDownLatch(1);
        try (WriteBehind<Integer> behind =
                new WriteBehind<>("numbers", 10, 5, _ -> awaitQuietly(hanging))) {
            behind.start();
            behind.add(0);

            long before = System.nanoTime();
            IntStream.range(1, 1000).forEach(behind::add);

            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(behind.dropped()).isBetween(980L, 990L);
            hanging.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
