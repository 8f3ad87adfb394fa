package network.opencharging.bridge.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Serves the API below {@code /api}, for who shows the key: {@code Authorization: Bearer ...}. It
 * has a port of its own, which the backoffice reaches and the network does not.
 */
public final class ApiDoor implements AutoCloseable {
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
                ApiExchange.write(exchange, 200, "application/json", description());
            } else if (!isKnown(exchange)) {
                ApiExchange.write(
                        exchange,
                        ApiReply.wrong(401, "Show the key: Authorization: Bearer <key>."));
            } else {
                ApiExchange.write(exchange, answered(exchange));
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

    private ApiReply answered(HttpExchange exchange) throws IOException {
        return api.answer(ApiExchange.read(exchange, PREFIX));
    }

    private static byte[] description() throws IOException {
        try (InputStream in = ApiDoor.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is not in the jar");
            }
            return in.readAllBytes();
        }
    }
}
