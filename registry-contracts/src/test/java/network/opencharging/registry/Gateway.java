package network.opencharging.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Stands before a chain and answers some requests itself, as difficult nodes do. */
public final class Gateway implements AutoCloseable {
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    /**
     * A gateway.
     *
     * @param chain where requests go that it does not answer
     * @param own its own answer to a request; {@code "hang"} never answers
     */
    public Gateway(URI chain, Function<String, Optional<String>> own) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> handle(exchange, chain, own));
        server.start();
    }

    private void handle(HttpExchange exchange, URI chain, Function<String, Optional<String>> own)
            throws IOException {
        String request =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(request);
        Optional<String> answer = own.apply(request);
        if (answer.filter("hang"::equals).isPresent()) {
            return;
        }
        byte[] body =
                (answer.isPresent() ? answer.get() : forward(chain, request))
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String forward(URI chain, String request) throws IOException {
        try {
            return client.send(
                            HttpRequest.newBuilder(chain)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(request))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The requests it saw. */
    public List<String> seen() {
        return seen;
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
