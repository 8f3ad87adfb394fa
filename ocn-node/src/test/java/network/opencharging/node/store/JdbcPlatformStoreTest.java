package network.opencharging.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.node.platform.Cast;
import network.opencharging.node.platform.PlatformStore;
import network.opencharging.node.platform.PlatformStoreContract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The contract on both databases, and that neither ever holds a token. */
class JdbcPlatformStoreTest {
    private static final List<String> TOKENS =
            List.of("plain-token-a-1234", "plain-token-b-1234", "plain-token-c-1234");

    private static void saveWithTokens(PlatformStore store) {
        store.save(Cast.carol(TOKENS.get(0)));
        store.save(Cast.alice(TOKENS.get(2), TOKENS.get(1)));
    }

    @Nested
    class OnH2 extends PlatformStoreContract {
        @TempDir private Path folder = Path.of("");

        @Override
        protected PlatformStore store() {
            return Database.h2(folder).platforms();
        }

        @Override
        protected PlatformStore reopened() {
            return store();
        }

        @Test
        void noTokenStandsInTheFiles() throws IOException {
            saveWithTokens(store());

            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertThat(TOKENS).noneMatch(bytes::contains);
                    assertThat(bytes).as("the file is the one written to").contains("alice");
                }
            }
        }

        @Test
        void noTokenStandsInAScript() {
            saveWithTokens(store());

            String script =
                    Database.h2(folder)
                            .client()
                            .sql("script")
                            .query(String.class)
                            .list()
                            .toString();

            assertThat(script).contains("alice");
            assertThat(TOKENS).noneMatch(script::contains);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnPostgres extends PlatformStoreContract {
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
        protected PlatformStore store() {
            return new Database(server.getPostgresDatabase()).platforms();
        }

        @Override
        protected PlatformStore reopened() {
            return store();
        }

        @Test
        void noTokenStandsInAnyTable() {
            saveWithTokens(store());

            String dump =
                    new Database(server.getPostgresDatabase())
                            .client()
                            .sql("select database_to_xml(true, false, '')::text")
                            .query(String.class)
                            .single();

            assertThat(dump).contains("alice");
            assertThat(TOKENS).noneMatch(dump::contains);
        }
    }
}
