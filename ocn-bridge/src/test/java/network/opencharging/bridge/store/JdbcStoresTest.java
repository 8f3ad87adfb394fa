package network.opencharging.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.bridge.command.PendingCommand;
import network.opencharging.bridge.deliver.Deadlines;
import network.opencharging.bridge.deliver.OutboxStore;
import network.opencharging.bridge.deliver.OutboxStoreContract;
import network.opencharging.bridge.deliver.OutboxWatch;
import network.opencharging.bridge.deliver.Parcels;
import network.opencharging.bridge.deliver.Waiting;
import network.opencharging.bridge.journal.Entry;
import network.opencharging.bridge.journal.JournalStore;
import network.opencharging.bridge.journal.Passage;
import network.opencharging.bridge.model.v221.CommandResult;
import network.opencharging.bridge.model.v221.CommandResultType;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The contract on both databases, and what only the two tables together can promise. */
class JdbcStoresTest {

    /** What is the same on both. */
    abstract static class Stores extends OutboxStoreContract {
        abstract Database database();

        @Override
        protected OutboxStore opened() {
            return database().emptied().outbox();
        }

        @Override
        protected OutboxWatch watch() {
            return database().watch();
        }

        @Override
        protected OutboxStore reopened() {
            return database().outbox();
        }

        @Test
        void aResultIsToldOnceAndTheFirstCounts() {
            Database database = database().emptied();
            database.commands().open(command("c1", Parcels.NOON.plusSeconds(30)));

            assertThat(database().commands().settle("c1", result(CommandResultType.ACCEPTED)))
                    .isTrue();
            assertThat(database().commands().settle("c1", result(CommandResultType.FAILED)))
                    .isFalse();

            assertThat(database.outbox().due(Parcels.NOON, 10))
                    .singleElement()
                    .extracting(Waiting::parcel)
                    .satisfies(parcel -> {
                        assertThat(parcel.letter().body()).contains("ACCEPTED");
                        assertThat(parcel.letter().target()).isEqualTo("https://hub.example/r/c1");
                        assertThat(parcel.from()).isEqualTo(Parcels.ALICE);
                        assertThat(parcel.correlationId()).isEqualTo("corr");
                    });
        }

        @Test
        void aCommandWhoseResultDoesNotComeEndsWithTimeoutAfterARestart() {
            Database database = database().emptied();
            database.commands().open(command("c1", Parcels.NOON.plusSeconds(10)));
            database.commands().open(command("c2", Parcels.NOON.plusSeconds(90)));
            Instant later = Parcels.NOON.plusSeconds(30);

            int ended =
                    new Deadlines(database().commands(), Clock.fixed(later, ZoneOffset.UTC))
                            .round();

            assertThat(ended).isEqualTo(1);
            assertThat(database.outbox().due(later, 10))
                    .singleElement()
                    .satisfies(waiting ->
                            assertThat(waiting.parcel().letter().body()).contains("TIMEOUT"));
        }

        @Test
        void aProfileThatNobodyReportsOnEndsWithRejectedAfterARestart() {
            Database database = database().emptied();
            database.commands()
                    .open(
                            new PendingCommand(
                                    "p1",
                                    new PendingCommand.Between(Parcels.BOB, Parcels.ALICE, "corr"),
                                    new PendingCommand.What(ModuleId.CHARGING_PROFILES, "SET"),
                                    URI.create("https://hub.example/r/p1"),
                                    Parcels.NOON.plusSeconds(10)));
            Instant later = Parcels.NOON.plusSeconds(30);

            new Deadlines(database().commands(), Clock.fixed(later, ZoneOffset.UTC)).round();

            assertThat(database.outbox().due(later, 10))
                    .singleElement()
                    .extracting(Waiting::parcel)
                    .satisfies(parcel -> {
                        assertThat(parcel.letter().body()).isEqualTo("{\"result\":\"REJECTED\"}");
                        assertThat(parcel.letter().target()).isEqualTo("https://hub.example/r/p1");
                        assertThat(parcel.label().module()).isEqualTo(ModuleId.CHARGING_PROFILES);
                    });
        }

        @Test
        void theJournalIsFoundByPartyModuleAndTroubleAndForgottenInTime() {
            JdbcJournal journal = new JdbcJournal(new JdbcTemplate(database().emptied().source()));
            journal.write(
                    List.of(
                            entry(Parcels.NOON, ModuleId.SESSIONS, ""),
                            entry(Parcels.NOON.plusSeconds(60), ModuleId.CDRS, "refused"),
                            entry(Parcels.NOON.plusSeconds(90), ModuleId.SESSIONS, "refused")));

            List<Entry.Numbered> all = journal.find(search("", "", false, Long.MAX_VALUE));
            assertThat(all)
                    .extracting(found -> found.entry().at())
                    .isSortedAccordingTo(Comparator.reverseOrder())
                    .hasSize(3);
            assertThat(all.getFirst().entry())
                    .isEqualTo(entry(Parcels.NOON.plusSeconds(90), ModuleId.SESSIONS, "refused"));
            assertThat(journal.find(search("NL-BOB", "sessions", true, Long.MAX_VALUE))).hasSize(1);
            assertThat(journal.find(search("FR-XXX", "", false, Long.MAX_VALUE))).isEmpty();
            assertThat(journal.find(search("", "", false, all.getFirst().id()))).hasSize(2);

            assertThat(journal.forget(Parcels.NOON.plusSeconds(60))).isEqualTo(1);
            assertThat(journal.find(search("", "", false, Long.MAX_VALUE))).hasSize(2);
        }

        private JournalStore.Search search(
                String party, String module, boolean trouble, long before) {
            return new JournalStore.Search(
                    PartyId.parse(party),
                    Optional.of(module).filter(name -> !name.isEmpty()),
                    Optional.empty(),
                    trouble,
                    before,
                    10);
        }

        private Entry entry(Instant at, ModuleId module, String trouble) {
            return new Entry(
                    at,
                    Duration.ofMillis(7),
                    Passage.Direction.SENT,
                    new Passage.Subject(
                            Optional.of(Parcels.ALICE),
                            Optional.of(Parcels.BOB),
                            "corr",
                            module,
                            HttpMethod.PUT,
                            "/receiver/x"),
                    new Entry.Ending(200, 2001, trouble),
                    new Entry.Content("{}", "{\"status_code\":2001}"));
        }

        @Test
        void aCursorMovesAndStays() {
            JdbcCursors cursors = new JdbcCursors(database().emptied().client());
            assertThat(cursors.cursor("list")).isEmpty();

            cursors.advance("list", Parcels.NOON);
            cursors.advance("list", Parcels.NOON.plusMillis(1));

            assertThat(new JdbcCursors(database().client()).cursor("list"))
                    .contains(Parcels.NOON.plusMillis(1));
        }

        private static CommandResult result(CommandResultType type) {
            return CommandResult.builder().result(type).build();
        }

        private static PendingCommand command(String id, Instant deadline) {
            return new PendingCommand(
                    id,
                    new PendingCommand.Between(Parcels.BOB, Parcels.ALICE, "corr"),
                    new PendingCommand.What(ModuleId.COMMANDS, "START_SESSION"),
                    URI.create("https://hub.example/r/" + id),
                    deadline);
        }
    }

    @Nested
    class OnH2 extends Stores {
        @TempDir private Path folder = Path.of("");

        @Override
        Database database() {
            return Database.h2(folder);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnPostgres extends Stores {
        private final EmbeddedPostgres server = Database.startPostgres();

        @Override
        Database database() {
            return Database.of(server.getPostgresDatabase());
        }

        @AfterAll
        void stop() throws IOException {
            server.close();
        }
    }
}
