package network.opencharging.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.command.GivenCommand;
import network.opencharging.bridge.command.PendingCommand;
import network.opencharging.bridge.deliver.OrderDeadlines;
import network.opencharging.bridge.deliver.Parcels;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What own parties have asked partners for has exactly one end, on both databases. */
class JdbcGivenTest {

    /** What is the same on both. */
    abstract static class Books {
        abstract Database database();

        @Test
        void anOwnCommandEndsOnceAndWithTimeoutWhenItsResultDoesNotComeBeforeOrAfterARestart() {
            List<String> told = new ArrayList<>();
            Backoffice backoffice =
                    Backoffice.builder()
                            .results((context, type, id, result) -> {
                                told.add("%s %s %s".formatted(id, type, result.result()));
                                return Verdict.kept();
                            })
                            .build();
            JdbcGiven before = database().emptied().given();
            before.open(given("g1", 10));
            before.open(given("g2", 10));
            before.open(given("g3", 90));
            assertThat(before.end("g2", () -> told.add("g2"))).isTrue();
            assertThat(before.end("g2", () -> told.add("g2 again"))).isFalse();
            JdbcGiven after = database().given();

            int ended =
                    new OrderDeadlines(
                                    after,
                                    backoffice,
                                    Duration.ofSeconds(20),
                                    () -> Parcels.NOON.plusSeconds(30))
                            .round();

            assertThat(ended).isEqualTo(1);
            assertThat(told).containsExactly("g2", "g1 STOP_SESSION TIMEOUT");
            assertThat(after.overdue(Parcels.NOON.plusSeconds(60), 10)).isEmpty();
            assertThat(after.find("g1")).map(GivenCommand::ended).contains(true);
            assertThat(after.forgetEnded(Parcels.NOON.plusSeconds(60))).isEqualTo(2);
            assertThat(after.find("g3")).contains(given("g3", 90));
        }

        @Test
        void whatCannotBeToldHasNotEnded() {
            JdbcGiven book = database().emptied().given();
            book.open(given("g1", 10));

            assertThatThrownBy(() ->
                            book.end(
                                    "g1",
                                    () -> {
                                        throw new IllegalStateException("disk full");
                                    }))
                    .hasMessage("disk full");

            assertThat(book.find("g1")).map(GivenCommand::ended).contains(false);
        }

        private static GivenCommand given(String id, int seconds) {
            return new GivenCommand(
                    id,
                    Parcels.BOB,
                    Parcels.ALICE,
                    new PendingCommand.What(ModuleId.COMMANDS, "STOP_SESSION"),
                    Parcels.NOON.plusSeconds(seconds),
                    false);
        }
    }

    @Nested
    class OnH2 extends Books {
        @TempDir private Path folder = Path.of("");

        @Override
        Database database() {
            return Database.h2(folder);
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

        @AfterAll
        void stop() throws IOException {
            server.close();
        }
    }
}
