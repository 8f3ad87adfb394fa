package network.opencharging.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.node.platform.Cast;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.PlatformStore;
import network.opencharging.node.platform.Written;
import network.opencharging.node.rules.PartyRules;
import network.opencharging.node.rules.PartyRules.Kind;
import network.opencharging.node.rules.RuleEntry;
import network.opencharging.node.rules.RuleStore;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules on both databases. */
class JdbcRuleStoreTest {
    private static final PartyRules RULES =
            new PartyRules(
                    true,
                    Kind.ONLY,
                    List.of(
                            new RuleEntry(
                                    new PartyId("NL", "ZZZ"),
                                    Set.of(ModuleId.CDRS, new ModuleId("xyz-parking"))),
                            new RuleEntry(new PartyId("NL", "AAA"), Set.of(ModuleId.TOKENS))));

    /** What every database must do. */
    abstract static class Contract {
        abstract Database database();

        @Test
        void whatWasSavedIsLoadedInItsOrderAndReplacedWhole() {
            Database database = database();
            Platform alice = saved(database.platforms());
            RuleStore store = database.rules();

            store.save(alice.id(), RULES);
            assertThat(store.load()).isEqualTo(Map.of(alice.id(), RULES));

            store.save(alice.id(), PartyRules.NONE);
            assertThat(store.load()).isEqualTo(Map.of(alice.id(), PartyRules.NONE));
        }

        @Test
        void rulesStayWhenThePlatformIsWrittenAndEndWithIt() {
            Database database = database();
            Platform alice = saved(database.platforms());
            database.rules().save(alice.id(), RULES);

            Platform again = ((Written.Stored) database.platforms().save(alice)).platform();
            assertThat(database.rules().load()).containsKey(alice.id());

            database.platforms().remove(again);
            assertThat(database.rules().load()).isEmpty();
        }

        @Test
        void rulesOfAPlatformThatHasJustGoneEndWithIt() {
            Database database = database();
            Platform alice = saved(database.platforms());
            database.platforms().remove(alice);

            database.rules().save(alice.id(), RULES);

            assertThat(database.rules().load()).isEmpty();
        }

        private static Platform saved(PlatformStore platforms) {
            return ((Written.Stored) platforms.save(Cast.alice("in", "out"))).platform();
        }
    }

    @Nested
    class OnH2 extends Contract {
        @TempDir private Path folder = Path.of("");

        @Override
        Database database() {
            return Database.h2(folder);
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
        Database database() {
            return new Database(server.getPostgresDatabase());
        }
    }
}
