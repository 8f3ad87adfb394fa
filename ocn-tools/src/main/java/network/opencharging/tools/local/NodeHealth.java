package network.opencharging.tools.local;

import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** What a node says about itself. It reads the registry in the background, a moment later. */
public final class NodeHealth {
    private final AppProcess node;
    private final NodePlan plan;
    private final HttpCalls calls;

    NodeHealth(AppProcess node, NodePlan plan, HttpCalls calls) {
        this.node = node;
        this.plan = plan;
        this.calls = calls;
    }

    /**
     * Waits until the node has read that many parties from the registry.
     *
     * @throws network.opencharging.tools.terminal.Failure when it does not in time, or ends
     */
    public void awaitParties(int number, Duration patience) throws InterruptedException {
        node.await(
                "does not know the %d parties of the registry".formatted(number),
                () -> read().path("registry").path("parties").asInt(-1) == number,
                patience);
    }

    /**
     * Waits until the node says this of the registry: UP or STALE.
     *
     * @throws network.opencharging.tools.terminal.Failure when it does not in time, or ends
     */
    public void awaitRegistry(String status, Duration patience) throws InterruptedException {
        node.await(
                "does not say that the registry is " + status,
                () -> read().path("registry").path("status").asString().equals(status),
                patience);
    }

    /** Whether it can work. */
    boolean isReady() throws IOException {
        return calls.send(get("/health/ready")).status() == 200;
    }

    /**
     * As it is now.
     *
     * @throws IOException when it does not answer with JSON
     */
    public JsonNode read() throws IOException {
        String text = calls.send(get("/health")).body();
        return JsonText.parse(text)
                .orElseThrow(() -> new IOException("its health is no JSON: " + text));
    }

    private Request get(String path) {
        return new Request("GET", URI.create(plan.url() + path), Headers.NONE, "");
    }
}
