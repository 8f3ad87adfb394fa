package network.opencharging.benchmarks.place;

import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.local.LocalKey;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One node, as an operator would start it. */
final class Node {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String name;
    private final int port;
    private final LocalKey key;
    private final Town.Plan plan;
    private @Nullable Running process;

    Node(String name, int port, LocalKey key, Town.Plan plan) {
        this.name = name;
        this.port = port;
        this.key = key;
        this.plan = plan;
    }

    Running start(Map<String, String> registry) throws IOException {
        key.writeTo(folder().resolve("operator.key"));
        List<String> command = new ArrayList<>(List.of(Town.java()));
        Path app = plan.home().resolve("ocn-node/target/app");
        Path cache = app.resolve("ocn-node.aot");
        if (Files.isReadable(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(plan.jvm());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        app.resolve("ocn-node.jar").toString()));
        Running started =
                Running.start(command, environment(registry), folder().resolve("node.log"));
        process = started;
        return started;
    }

    private Map<String, String> environment(Map<String, String> registry) {
        Map<String, String> environment = new HashMap<>(registry);
        environment.put("OCN_NODE_URL", url().toString());
        environment.put("OCN_NODE_ADDRESS", "127.0.0.1");
        environment.put("OCN_NODE_PORT", Integer.toString(port));
        environment.put("OCN_NODE_DATA", folder().toString());
        environment.put("OCN_NODE_KEY_FILE", folder().resolve("operator.key").toString());
        environment.put("OCN_NODE_ALLOW_PRIVATE", "127.0.0.1,localhost");
        environment.put("OCN_NODE_CALLS_PER_HOST", "512");
        environment.put("OCN_REGISTRY_REFRESH", "5s");
        environment.put("OCN_NODE_JOURNAL", "false");
        environment.putAll(plan.settings());
        return environment;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path folder() {
        return plan.folder().resolve(name);
    }

    Running process() {
        return Objects.requireNonNull(process);
    }

    String adminKey() throws IOException {
        return Files.readString(folder().resolve("secrets/admin.key")).strip();
    }

    /** Waits until it is ready and has read the registry. */
    void awaitParties(int number) throws IOException, InterruptedException {
        awaitParties(number, LOOK);
    }

    /** The same, looking so often. */
    void awaitParties(int number, Duration every) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (HttpCalls calls = HttpCalls.within(Duration.ofSeconds(10))) {
            while (parties(calls) != number) {
                if (System.nanoTime() > until) {
                    throw new IOException("node %s is not ready: %s".formatted(name, folder()));
                }
                process().requireAlive(every);
            }
        }
    }

    private int parties(HttpCalls calls) {
        try {
            String text =
                    calls.send(new Request("GET", URI.create(url() + "/health"), Headers.NONE, ""))
                            .body();
            return JsonText.parse(text)
                    .map(health -> health.path("registry").path("parties").asInt(-1))
                    .orElse(-1);
        } catch (IOException notYet) {
            return -1;
        }
    }
}
