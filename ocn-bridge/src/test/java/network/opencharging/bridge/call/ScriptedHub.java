package network.opencharging.bridge.call;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.route.Endpoint;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A hub behind a real socket that gives the answers it was told to give, and notes the questions.
 */
public final class ScriptedHub implements AutoCloseable {
    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Queue<Script> script = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    /** A question as it came. */
    record Asked(String method, String target, Headers headers, String body) {}

    private record Script(int status, Map<String, String> headers, String body) {}

    /** Opens it. */
    public ScriptedHub() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    /** Where it is. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** How it is spoken to. */
    public Connection connection() {
        return new Connection(
                CredentialsToken.of("secret-of-alice").orElseThrow(),
                CredentialsToken.Encoding.BASE64,
                List.of(
                        endpoint(ModuleId.LOCATIONS, InterfaceRole.SENDER),
                        endpoint(ModuleId.LOCATIONS, InterfaceRole.RECEIVER),
                        endpoint(ModuleId.CDRS, InterfaceRole.RECEIVER),
                        endpoint(ModuleId.SESSIONS, InterfaceRole.SENDER),
                        endpoint(ModuleId.CHARGING_PROFILES, InterfaceRole.SENDER),
                        endpoint(ModuleId.CHARGING_PROFILES, InterfaceRole.RECEIVER)));
    }

    private Endpoint endpoint(ModuleId module, InterfaceRole role) {
        return new Endpoint(module, role, "%s/%s/%s/".formatted(url(), role, module));
    }

    /** The next answer. */
    public ScriptedHub answers(int status, String body) {
        return answers(status, Map.of(), body);
    }

    /** The next answer, with headers. */
    public ScriptedHub answers(int status, Map<String, String> headers, String body) {
        script.add(new Script(status, headers, body));
        return this;
    }

    /** An envelope around the data. */
    public static String success(String data) {
        return "{\"status_code\":1000,\"data\":%s,\"timestamp\":\"2026-11-21T10:00:00Z\"}"
                .formatted(data);
    }

    /** Paths and queries of what was asked. */
    public List<String> targets() {
        return asked.stream().map(Asked::target).toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            Headers.ofMany(exchange.getRequestHeaders()),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8)));
            Script answer = script.poll();
            if (answer == null) {
                return; // The connection is closed without an answer.
            }
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
