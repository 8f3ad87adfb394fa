package network.opencharging.bridge.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Serves the API below {@code /api}, for who shows the key: {@code Authorization: Bearer ...}. It
 * has a port of its own, which the backoffice reaches and the network does not.
 */
public final class ApiDoor implements AutoCloseable {
    private static final int MAX_BODY = 4 << 20;
    private static final String PREFIX = "/api/";

    private final HttpServer server;
    private final BackofficeApi api;
    private final byte[] key;

    private ApiDoor(HttpServer server, BackofficeApi api, String key) {
        this.server = server;
        this.api = api;
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Opens the door.
     *
     * @param threads one thread a request; closed by its owner
     * @param key what a backoffice has to show
     * @throws IOException when the address cannot be listened at
     */
    public static ApiDoor open(
            InetSocketAddress address, ExecutorService threads, BackofficeApi api, String key)
            throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        ApiDoor door = new ApiDoor(server, api, key);
        server.createContext(PREFIX, door::serve);
        server.start();
        return door;
    }

    /** The port the door listens at. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            if (path.equals("/api/openapi.json")) {
                write(exchange, 200, description());
            } else if (!isKnown(exchange)) {
                write(exchange, ApiReply.wrong(401, "Show the key: Authorization: Bearer <key>."));
            } else {
                write(exchange, answered(exchange, path));
            }
        }
    }

    private boolean isKnown(HttpExchange exchange) {
        String shown =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse("");
        return shown.startsWith("Bearer ")
                && MessageDigest.isEqual(
                        shown.substring("Bearer ".length())
                                .strip()
                                .getBytes(StandardCharsets.UTF_8),
                        key);
    }

    private ApiReply answered(HttpExchange exchange, String path) throws IOException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(MAX_BODY + 1);
        }
        if (body.length > MAX_BODY) {
            return ApiReply.wrong(413, "The body must not be longer than 4 MiB.");
        }
        List<String> segments =
                Arrays.stream(path.substring(PREFIX.length()).split("/"))
                        .map(ApiDoor::decoded)
                        .toList();
        Optional<Json.Obj> object =
                Body.of(body)
                        .json()
                        .optional()
                        .flatMap(json ->
                                json instanceof Json.Obj found
                                        ? Optional.of(found)
                                        : Optional.empty());
        return api.answer(
                new ApiRequest(
                        exchange.getRequestMethod(),
                        segments,
                        query(Optional.ofNullable(exchange.getRequestURI().getRawQuery())),
                        object));
    }

    private static Map<String, String> query(Optional<String> raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : raw.orElse("").split("&")) {
            int mark = pair.indexOf('=');
            if (mark > 0) {
                parameters.put(decoded(pair.substring(0, mark)), decoded(pair.substring(mark + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A lone percent sign: then it stands for itself.
            return text;
        }
    }

    private static byte[] description() throws IOException {
        try (InputStream in = ApiDoor.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is not in the jar");
            }
            return in.readAllBytes();
        }
    }

    private static void write(HttpExchange exchange, ApiReply reply) throws IOException {
        write(exchange, reply.status(), reply.body().bytes());
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
