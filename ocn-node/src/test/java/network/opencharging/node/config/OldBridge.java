package network.opencharging.node.config;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.protocol.signing.SignedValues;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * The published ocn-bridge (v4) as it behaves on the wire: it takes its token B raw and not in
 * Base64, speaks 2.2 only, serves no credentials, and with signatures on it refuses what is not
 * signed, except below its versions.
 */
final class OldBridge implements AutoCloseable {
    static final String TOKEN_B = "6f0b8ab4-33d0-4aeb-bbdd-3f07c1aa5ba2";

    private final PrivateKey key;
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile boolean signatures;

    /** A request to the bridge. */
    record Asked(String method, String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    OldBridge(PrivateKey key) {
        this.key = key;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void signs() {
        signatures = true;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked request =
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            Map.copyOf(exchange.getRequestHeaders()),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
            asked.add(request);
            answer(exchange, request);
        }
    }

    private void answer(HttpExchange exchange, Asked request) throws IOException {
        if (!request.header("Authorization").equals("Token " + TOKEN_B)) {
            write(exchange, 401, "{\"status_code\":4001,\"status_message\":\"Unauthorized\"}");
        } else if (request.path().equals("/ocpi/versions")) {
            write(
                    exchange,
                    200,
                    envelope("[{\"version\":\"2.2\",\"url\":\"%s/ocpi/versions/2.2\"}]"));
        } else if (request.path().equals("/ocpi/versions/2.2")) {
            write(exchange, 200, envelope(details()));
        } else if (signatures && request.header("Ocn-signature").isEmpty()) {
            write(
                    exchange,
                    400,
                    "{\"status_code\":2001,\"status_message\":\"Missing OCN-Signature\"}");
        } else if (!request.path().startsWith("/ocpi/sender/2.2/")
                && !request.path().startsWith("/ocpi/receiver/2.2/")) {
            write(exchange, 404, "<!DOCTYPE html><pre>Cannot " + request.method() + "</pre>");
        } else {
            write(exchange, 200, signatures ? signed(envelope("[]")) : envelope("[]"));
        }
    }

    private static String details() {
        return "{\"version\":\"2.2\",\"endpoints\":["
                   + "{\"identifier\":\"sessions\",\"role\":\"RECEIVER\",\"url\":\"%1$s/ocpi/receiver/2.2/sessions\"},"
                   + "{\"identifier\":\"locations\",\"role\":\"SENDER\",\"url\":\"%1$s/ocpi/sender/2.2/locations\"},"
                   + "{\"identifier\":\"commands\",\"role\":\"SENDER\",\"url\":\"%1$s/ocpi/sender/2.2/commands\"},"
                   + "{\"identifier\":\"commands\",\"role\":\"RECEIVER\",\"url\":\"%1$s/ocpi/receiver/2.2/commands\"}]}";
    }

    private String envelope(String data) {
        return "{\"status_code\":1000,\"data\":%s,\"timestamp\":\"2026-11-28T12:00:00.000Z\"}"
                .formatted(data.formatted(url()));
    }

    private String signed(String envelope) {
        Json.Obj read = (Json.Obj) JsonReader.standard().read(envelope).orThrow();
        return read.with(
                        "ocn_signature",
                        new OcnSigner(key)
                                .sign(SignedValues.ofAnswer(Headers.NONE, read))
                                .pack(Packing.BROTLI))
                .text();
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set(HeaderNames.CONTENT_TYPE, "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
