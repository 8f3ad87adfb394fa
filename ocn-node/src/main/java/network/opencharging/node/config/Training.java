package network.opencharging.node.config;

import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * The start that the build watches to make the cache of loaded classes (JEP 483, 515): a node comes
 * up whole, is asked what a load balancer and a platform ask first, and ends. What is not done here
 * is loaded and compiled anew at every start.
 */
public final class Training {
    private static final List<String> FIRST_ASKED =
            List.of("/health", "/health/readiness", "/ocpi/versions", "/ocpi/2.2.1");

    private Training() {}

    /**
     * Starts, asks, ends.
     *
     * @throws IOException if the node does not answer
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (ConfigurableApplicationContext node = NodeApplication.start(arguments);
                HttpClient asking = HttpClient.newHttpClient()) {
            String port = node.getEnvironment().getRequiredProperty("local.server.port");
            for (String path : FIRST_ASKED) {
                URI url = URI.create("http://127.0.0.1:" + port + path);
                asking.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding());
            }
        }
    }
}
