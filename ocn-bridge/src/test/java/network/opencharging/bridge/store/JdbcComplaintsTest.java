package network.opencharging.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.bridge.complaint.Complaint;
import network.opencharging.bridge.complaint.ComplaintBook;
import network.opencharging.bridge.deliver.Parcels;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What stands until somebody has dealt with it, on both databases. */
class JdbcComplaintsTest {

    /** What is the same on both. */
    abstract static class Books {
        abstract Database database();

        /** Another one, without tables. */
        abstract Database empty();

        @Test
        void eachDifferentFaultOfAnObjectStandsWithItsBodyUntilSomebodyHasDealtWithIt() {
            JdbcComplaints book = complaints(100, 10);
            book.note(complaint("S1", "$.kwh: missing", "{\"a\":1}"), Parcels.NOON);
            book.note(complaint("S1", "$.id: too long", "{\"a\":2}"), at(1));
            book.note(complaint("S1", "$.kwh: missing", "{\"a\":3}"), at(2));
            book.note(complaint("S2", "$.kwh: missing", "{\"a\":4}"), at(3));

            List<ComplaintBook.Standing> standing = book.latest(10, 0);
            assertThat(standing)
                    .extracting(ComplaintBook.Standing::complaint)
                    .containsExactly(
                            complaint("S2", "$.kwh: missing", "{\"a\":4}"),
                            complaint("S1", "$.kwh: missing", "{\"a\":3}"),
                            complaint("S1", "$.id: too long", "{\"a\":2}"));
            assertThat(standing.get(1))
                    .returns(2L, ComplaintBook.Standing::times)
                    .returns(Parcels.NOON, ComplaintBook.Standing::first)
                    .returns(at(2), ComplaintBook.Standing::last);
            assertThat(book.latest(1, 2)).containsExactly(standing.getLast());

            assertThat(book.dismiss(standing.getFirst().id())).isTrue();
            assertThat(book.dismiss(standing.getFirst().id())).isFalse();
            assertThat(book.count()).isEqualTo(2);
            assertThat(book.fallen()).isZero();
        }

        @Test
        void aFullBookOfComplaintsForgetsTheOldestAndCountsThem() {
            JdbcComplaints book = complaints(2, 10);
            for (int i = 1; i <= 5; i++) {
                book.note(complaint("S" + i, "bad", "{}"), at(i));
            }

            assertThat(book.latest(10, 0))
                    .extracting(one -> one.complaint().about().object())
                    .containsExactly("S5", "S4");
            assertThat(book.fallen()).isEqualTo(3);
        }

        @Test
        void oneObjectThatIsWrongForEverNewReasonsPushesOutOnlyItsOwn() {
            JdbcComplaints book = complaints(100, 3);
            book.note(complaint("S0", "bad", "{}"), Parcels.NOON);
            for (int i = 1; i <= 7; i++) {
                book.note(complaint("S1", "bad " + i, "{}"), at(i));
            }

            assertThat(book.latest(10, 0))
                    .extracting(one -> one.complaint().faults().getFirst())
                    .containsExactly("bad 7", "bad 6", "bad 5", "bad");
            assertThat(book.fallen()).isEqualTo(4);
        }

        @Test
        void whatIsTooLongToKeepIsCutAndSaysSoAndNoCharacterBreaksTheBook() {
            JdbcComplaints book = complaints(100, 3);
            String body = "x".repeat(999_999) + "\ud83d\ude00" + "y".repeat(5);
            book.note(complaint("S1", "bad", body), Parcels.NOON);
            book.note(complaint("S\0".repeat(2000), "m\0".repeat(60), "no\0JSON"), at(1));

            assertThat(book.latest(10, 0)).hasSize(2);
            assertThat(book.latest(10, 0).getLast().complaint().object())
                    .endsWith("x … (7 more characters are not kept)");
            assertThat(book.latest(10, 0).getFirst().complaint().object())
                    .isEqualTo("no\u2400JSON");
        }

        private JdbcComplaints complaints(int all, int ofOneObject) {
            return new JdbcComplaints(
                    database().emptied().client(), new ComplaintBook.Bounds(all, ofOneObject));
        }

        private static Instant at(int second) {
            return Parcels.NOON.plusSeconds(second);
        }

        private static Complaint complaint(String object, String fault, String body) {
            return new Complaint(
                    Complaint.Kind.OWN_INVALID,
                    new Complaint.About(Parcels.ALICE, Parcels.BOB, "sessions", object),
                    body,
                    List.of(fault));
        }

        /** A database of the version before. */
        @Test
        void complaintsOfOlderVersionsStandAsBefore() {
            Database fresh = empty();
            Flyway.configure()
                    .dataSource(fresh.source())
                    .table("bridge_schema_history")
                    .locations("classpath:network/opencharging/bridge/store")
                    .target("12")
                    .load()
                    .migrate();
            fresh.client()
                    .sql(
                            """
                            insert into bridge_complaint (kind, from_party, to_party, module, object,
                              body, faults, first_at, last_at, times)
                            values ('OWN_INVALID', 'DE/ALC', 'NL/BOB', 'sessions', 'S1', '{}', 'bad',
                              ?, ?, 7)
                            """)
                    .params(Times.column(Parcels.NOON), Times.column(at(1)))
                    .update();

            BridgeTables.migrate(fresh.source());

            JdbcComplaints book =
                    new JdbcComplaints(fresh.client(), new ComplaintBook.Bounds(100, 10));
            book.note(complaint("S1", "worse", "{}"), at(2));
            assertThat(book.latest(10, 0))
                    .extracting(ComplaintBook.Standing::times)
                    .containsExactly(1L, 7L);
        }
    }

    @Nested
    class OnH2 extends Books {
        @TempDir private Path folder = Path.of("");

        @Override
        Database database() {
            return Database.h2(folder);
        }

        @Override
        Database empty() {
            return new Database(
                    JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("old"), "", ""));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnPostgres extends Books {
        private final EmbeddedPostgres server = Database.startPostgres();

        @Override
        Database database() {
            return Database.of(server.getPostgresDatabase());
        }

        @Override
        Database empty() {
            database().client().sql("create database old").update();
            return new Database(server.getDatabase("postgres", "old"));
        }

        @AfterAll
        void stop() throws IOException {
            server.close();
        }
    }
}
