package network.opencharging.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.node.network.KnownPeer;
import network.opencharging.node.network.PeerProfile;
import network.opencharging.node.network.PeerStore;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.directory.Operator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/** What was found out about other nodes, on both databases. */
class JdbcPeerStoreTest {
    private static final KnownPeer BEFORE =
            peer("https://west.example", PeerProfile.P1, "2026-11-28T12:00:00Z");
    private static final KnownPeer AFTER =
            peer("https://west.example/moved", PeerProfile.P3, "2026-11-29T12:00:00Z");

    private static KnownPeer peer(String url, PeerProfile profile, String at) {
        return new KnownPeer(
                new Operator(new Address("0x" + "ab".repeat(20)), URI.create(url)),
                profile,
                Instant.parse(at));
    }

    /** What every database must do. */
    abstract static class Contract {
        abstract Database database();

        @Test
        void whatWasKeptIsLoadedAndTheLaterCounts() {
            PeerStore store = database().peers();
            assertThat(store.load()).isEmpty();

            store.save(BEFORE);
            assertThat(store.load()).containsExactly(BEFORE);

            store.save(AFTER);
            assertThat(store.load()).containsExactly(AFTER);
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

        @Override
        Database database() {
            return Database.emptied(server);
        }

        @AfterAll
        void stop() throws IOException {
            server.close();
        }
    }
}
