package network.opencharging.acceptance.dsl;

import static org.awaitility.Awaitility.await;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.local.NodeProcess;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;

/** What a node says about itself. */
public record Health(NodeProcess node) {

    /** Of this node. */
    public static Health of(NodeProcess node) {
        return new Health(node);
    }

    /** Waits until the node has read that many parties from the registry. */
    public void awaitParties(int number) {
        awaitThat(health -> health.path("registry").path("parties").asInt(-1) == number);
    }

    /** Waits until the node says this of the registry: UP or STALE. */
    public void awaitRegistry(String status) {
        awaitThat(health -> health.path("registry").path("status").asString().equals(status));
    }

    private void awaitThat(Predicate<JsonNode> condition) {
        await().atMost(Network.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(IOException.class)
                .failFast("the node has ended", () -> !node.isAlive())
                .until(() -> condition.test(read()));
    }

    /** As it is now. */
    public JsonNode read() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(node.plan().url() + "/health")).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String text = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JsonText.parse(text).orElseThrow(() -> new IOException("no JSON: " + text));
        }
    }
}
