package network.opencharging.tools.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The log of a node, over a real socket, in the form of docs/admin-api.md. */
public final class LogStub implements AutoCloseable {
    public static final String KEY = "the-admin-key";

    private final HttpServer server;
    private final List<Json.Obj> log = new CopyOnWriteArrayList<>();
    private final List<OutputStream> watchers = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<byte[]> spoil = UnaryOperator.identity();

    /** A node that has passed nothing. */
    public LogStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it answers. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Changes what is answered from now on. */
    void spoil(UnaryOperator<byte[]> how) {
        spoil = how;
    }

    /** The node has passed a message; nobody was watching when it is only {@code logged}. */
    public void logged(String json) {
        log.addFirst((Json.Obj) JsonReader.standard().read(json).orThrow());
    }

    void passes(String json) throws IOException {
        logged(json);
        tell("data: " + json.replace("\n", " ") + "\n\n");
    }

    void tell(String event) throws IOException {
        for (OutputStream watcher : watchers) {
            watcher.write(event.getBytes(StandardCharsets.UTF_8));
            watcher.flush();
        }
    }

    int watchers() {
        return watchers.size();
    }

    /** The connection breaks. */
    void hangUp() throws IOException {
        List<OutputStream> all = new ArrayList<>(watchers);
        watchers.clear();
        for (OutputStream watcher : all) {
            watcher.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String key = exchange.getRequestHeaders().getFirst("Authorization");
        if (!("Token " + KEY).equals(key)) {
            send(exchange, 401, "{\"error\":\"unauthorised\"}");
        } else if (path.equals("/admin/live")) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write(": here it begins\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            watchers.add(exchange.getResponseBody());
        } else if (path.equals("/admin/messages")) {
            List<? extends Json> found =
                    found(String.valueOf(exchange.getRequestURI().getRawQuery()));
            send(exchange, 200, Json.Obj.EMPTY.with("messages", Json.array(found)).text());
        } else {
            String id = path.substring(path.lastIndexOf('/') + 1);
            List<Json.Obj> found =
                    log.stream().filter(one -> one.textOf("id").orElse("").equals(id)).toList();
            send(
                    exchange,
                    found.isEmpty() ? 404 : 200,
                    found.isEmpty() ? "{\"error\":\"none\"}" : found.getFirst().text());
        }
    }

    private List<? extends Json> found(String query) {
        String wanted = mark(query, "correlation_id");
        String from = mark(query, "from");
        int limit = Integer.parseInt(mark(query, "limit"));
        return log.stream()
                .filter(one ->
                        wanted.isEmpty() || one.textOf("correlation_id").orElse("").equals(wanted))
                .filter(one -> from.isEmpty() || !at(one).isBefore(Instant.parse(from)))
                .limit(limit)
                .map(one -> one.without("path"))
                .toList();
    }

    private static Instant at(Json.Obj message) {
        return Instant.parse(message.textOf("at").orElseThrow());
    }

    private static String mark(String query, String name) {
        return Stream.of(query.split("&", -1))
                .filter(mark -> mark.startsWith(name + "="))
                .map(mark -> mark.substring(name.length() + 1))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = spoil.apply(text.getBytes(StandardCharsets.UTF_8));
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
