package network.opencharging.cli.up;

import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.local.NodeProcess;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a node knows of the registry: it reads it in the background, so what was just written is
 * known a moment later.
 *
 * @param node the node
 * @param health where it tells
 */
record Knowledge(NodeProcess node, URI health) {
    private static final Duration LOOK = Duration.ofMillis(100);

    static Knowledge of(NodeProcess node) {
        return new Knowledge(node, URI.create(node.plan().url() + "/health"));
    }

    /**
     * Waits until the node knows that many parties.
     *
     * @throws IOException when it does not in time, or has ended
     */
    void await(int parties, Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        try (HttpCalls calls = HttpCalls.within(Duration.ofSeconds(5))) {
            while (known(calls) < parties) {
                if (System.nanoTime() > end || !node.isAlive()) {
                    throw new IOException(
                            "node %s does not know the %d parties of the registry: %s"
                                    .formatted(node.plan().name(), parties, node.lastLines()));
                }
                pause();
            }
        }
    }

    private int known(HttpCalls calls) throws IOException {
        Request request = new Request("GET", health, Headers.NONE, "");
        return JsonText.parse(calls.send(request).body())
                .map(body -> body.path("registry").path("parties").asInt(0))
                .orElse(0);
    }

    /** A latch that nobody opens: waits without holding a lock. */
    private static void pause() throws InterruptedException {
        boolean opened = new CountDownLatch(1).await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (opened) {
            throw new IllegalStateException("nobody opens this latch");
        }
    }
}
