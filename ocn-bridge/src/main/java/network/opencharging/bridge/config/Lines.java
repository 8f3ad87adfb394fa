package network.opencharging.bridge.config;

import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The client and the threads of a bridge: one thing of its own, so that the application around it
 * keeps what it has of both.
 *
 * @param http follows no redirects: they would carry the token elsewhere
 * @param threads where parcels are carried and requests answered
 */
record Lines(HttpClient http, ExecutorService threads) implements AutoCloseable {
    static Lines open() {
        return new Lines(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build(),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    @Override
    public void close() {
        threads.close();
        http.close();
    }
}
