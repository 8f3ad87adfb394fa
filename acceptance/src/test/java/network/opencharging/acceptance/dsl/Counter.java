package network.opencharging.acceptance.dsl;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands before a chain and counts what is asked. */
public final class Counter implements AutoCloseable {
    private static final Pattern METHOD = Pattern.compile("\"method\":\"(\\w+)\"");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> methods = new CopyOnWriteArrayList<>();

    /** Before this chain. */
    public Counter(URI chain) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> pass(exchange, chain));
        server.start();
    }

    private void pass(HttpExchange exchange, URI chain) throws IOException {
        byte[] asked = exchange.getRequestBody().readAllBytes();
        Matcher matcher = METHOD.matcher(new String(asked, StandardCharsets.UTF_8));
        methods.add(matcher.find() ? matcher.group(1) : "none");
        try {
            byte[] answer =
                    client.send(
                                    HttpRequest.newBuilder(chain)
                                            .header("Content-Type", "application/json")
                                            .POST(HttpRequest.BodyPublishers.ofByteArray(asked))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofByteArray())
                            .body();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The methods that were asked for, in order. */
    public List<String> methods() {
        return List.copyOf(methods);
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
