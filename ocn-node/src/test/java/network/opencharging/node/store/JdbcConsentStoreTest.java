package network.opencharging.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.node.observe.ConsentStore;
import network.opencharging.node.platform.Cast;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.Written;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Consents on both databases. */
class JdbcConsentStoreTest {
    /** What every database must do. */
    abstract static class Contract {
        abstract Database database();

        @Test
        void consentsAreReplacedWholeAndEndWithTheirPlatform() {
            Database database = database();
            Platform alice =
                    ((Written.Stored) database.platforms().save(Cast.alice("in", "out")))
                            .platform();
            ConsentStore store = database.consents();

            store.save(alice.id(), Set.of("one", "two"));
            assertThat(store.load()).isEqualTo(Map.of(alice.id(), Set.of("one", "two")));
            store.save(alice.id(), Set.of("two"));
            assertThat(store.load()).isEqualTo(Map.of(alice.id(), Set.of("two")));

            database.platforms().remove(alice);
            assertThat(store.load()).isEmpty();

            store.save(alice.id(), Set.of("too late"));
            assertThat(store.load()).isEmpty();
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

        @Override
        Database database() {
            return Database.emptied(server);
        }
    }
}
