package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.node.config.RunningNode.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a node says of itself while something it needs is gone. */
class HealthTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir private Path folder = Path.of("");

    @Test
    void withoutItsDatabaseItIsAliveAndNotReady() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        List<String> settings =
                List.of(
                        "--ocn.database.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--ocn.database.username=postgres",
                        "--ocn.database.timeout=1s");
        try (RunningNode node = RunningNode.start(folder, settings)) {
            assertThat(ask(node, "/health/live").http()).isEqualTo(200);
            assertThat(ask(node, "/health/ready").http()).isEqualTo(200);

            postgres.close();

            await().atMost(LONG).until(() -> ask(node, "/health/ready").http() == 503);
            assertThat(ask(node, "/health/live").http()).isEqualTo(200);
        } finally {
            postgres.close();
        }
    }

    @Test
    void aRegistryThatIsGoneIsStaleAndTheNodeGoesOnWithWhatItKnows() throws IOException {
        List<String> settings = List.of("--ocn.registry.refresh=100ms");
        try (RunningNode node = RunningNode.start(folder, settings)) {
            assertThat(registry(node)).isEqualTo("UP");

            Files.delete(folder.resolve("directory.json"));

            await().atMost(LONG).until(() -> registry(node).equals("STALE"));
            assertThat(ask(node, "/health/ready").http()).isEqualTo(200);
            assertThat(ask(node, "/ocn/registry/node/NL/SOU").body().text()).contains("south");
        }
    }

    private static String registry(RunningNode node) {
        return ask(node, "/health")
                .body()
                .objectOf("registry")
                .flatMap(it -> it.textOf("status"))
                .orElse("");
    }

    private static Answer ask(RunningNode node, String path) {
        return node.callWith("GET", path, Map.of(), "");
    }
}
