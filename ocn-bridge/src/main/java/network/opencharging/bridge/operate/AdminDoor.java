package network.opencharging.bridge.operate;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import network.opencharging.bridge.api.ApiExchange;
import network.opencharging.bridge.api.ApiReply;
import network.opencharging.bridge.api.ApiRequest;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * The operator's door, with a port and a key of its own: the page at {@code /admin/}, its API, the
 * figures at {@code /metrics}, and {@code /health/live} and {@code /health/ready} for everybody.
 */
public final class AdminDoor implements AutoCloseable {
    private static final String API = "/admin/api/";
    private static final String COOKIE = "ocn-bridge";
    private static final Map<String, String> PAGES =
            Map.of(
                    "/admin/", "index.html",
                    "/admin/page.js", "page.js",
                    "/admin/page.css", "page.css",
                    "/admin/openapi.json", "admin.json");
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "json", "application/json");

    private final HttpServer server;
    private final AdminApi api;
    private final Health health;
    private final Meters meters;
    private final Logins logins;

    /**
     * What is behind the door.
     *
     * @param api what an operator asks and does
     * @param health for who starts and stops bridges
     * @param meters for who watches many
     */
    public record Behind(AdminApi api, Health health, Meters meters) {}

    /**
     * Time and chance.
     *
     * @param clock the time
     * @param random makes tickets that nobody can guess
     * @param threads one thread a request; closed by its owner
     */
    public record Edge(Clock clock, SecureRandom random, ExecutorService threads) {}

    private AdminDoor(HttpServer server, Behind behind, String key, Edge edge) {
        this.server = server;
        this.api = behind.api();
        this.health = behind.health();
        this.meters = behind.meters();
        this.logins = new Logins(key, edge.clock(), edge.random());
    }

    /**
     * Opens the door.
     *
     * @param key what an operator has to show
     * @throws IOException when the address cannot be listened at
     */
    public static AdminDoor open(InetSocketAddress address, Behind behind, String key, Edge edge)
            throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(edge.threads());
        AdminDoor door = new AdminDoor(server, behind, key, edge);
        server.createContext("/", door::serve);
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
            Headers headers = exchange.getResponseHeaders();
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set(
                    "Content-Security-Policy",
                    "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'");
            String path = exchange.getRequestURI().getRawPath();
            Optional<String> page = Optional.ofNullable(PAGES.get(path));
            if (page.isPresent()) {
                page(exchange, page.get());
                return;
            }
            switch (path) {
                case "/", "/admin" -> {
                    headers.set("Location", "/admin/");
                    ApiExchange.write(exchange, 302, "text/plain", new byte[0]);
                }
                case "/health/live" -> ApiExchange.write(exchange, health.live());
                case "/health/ready" -> ApiExchange.write(exchange, health.ready());
                case "/admin/login" -> login(exchange);
                default -> guarded(exchange, path);
            }
        }
    }

    private static void page(HttpExchange exchange, String name) throws IOException {
        try (InputStream in = AdminDoor.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            String type =
                    TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
            ApiExchange.write(exchange, 200, type, in.readAllBytes());
        }
    }

    /** POST with the key opens, DELETE closes. */
    private void login(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("DELETE")) {
            ticket(exchange).ifPresent(logins::leave);
            ApiExchange.write(exchange, ApiReply.accepted());
            return;
        }
        ApiRequest request = ApiExchange.read(exchange, "/admin/");
        if (request.body().isEmpty()) {
            ApiExchange.write(exchange, ApiReply.unreadable(request));
            return;
        }
        Optional<String> key = request.body().get().textOf("key");
        if (key.isEmpty()) {
            ApiExchange.write(
                    exchange, ApiReply.wrong(400, "key must be a text: the operator's key."));
            return;
        }
        Optional<String> ticket = key.flatMap(logins::enter);
        if (ticket.isEmpty()) {
            ApiExchange.write(
                    exchange,
                    ApiReply.wrong(401, "This is not the key: see admin.key in the data folder."));
            return;
        }
        exchange.getResponseHeaders()
                .set(
                        "Set-Cookie",
                        "%s=%s; Path=/admin; HttpOnly; SameSite=Strict"
                                .formatted(COOKIE, ticket.get()));
        ApiExchange.write(exchange, ApiReply.accepted());
    }

    private void guarded(HttpExchange exchange, String path) throws IOException {
        if (!isKnown(exchange)) {
            ApiExchange.write(
                    exchange,
                    ApiReply.wrong(
                            401, "Show the operator's key: Authorization: Bearer <admin.key>."));
        } else if (path.equals("/metrics")) {
            ApiExchange.write(
                    exchange,
                    200,
                    "text/plain; version=0.0.4; charset=utf-8",
                    meters.scrape().getBytes(StandardCharsets.UTF_8));
        } else if (path.startsWith(API)) {
            ApiExchange.write(exchange, api.answer(ApiExchange.read(exchange, API)));
        } else {
            ApiExchange.write(exchange, ApiReply.wrong(404, "There is nothing here: see /admin/."));
        }
    }

    private boolean isKnown(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .filter(shown -> shown.startsWith("Bearer "))
                        .map(shown -> shown.substring("Bearer ".length()))
                        .filter(logins::isKey)
                        .isPresent()
                || ticket(exchange).filter(logins::isOpen).isPresent();
    }

    private static Optional<String> ticket(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie")).stream()
                .flatMap(cookies -> Arrays.stream(cookies.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .map(cookie -> cookie.substring(COOKIE.length() + 1))
                .findFirst();
    }
}
