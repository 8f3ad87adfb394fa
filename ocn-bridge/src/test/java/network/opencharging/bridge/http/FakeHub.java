package network.opencharging.bridge.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Introduction;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.route.HttpMethod;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A hub that does a handshake as the book says: it looks at the bridge while it is asked. */
public final class FakeHub implements AutoCloseable {
    public static final CredentialsToken TOKEN_A = CredentialsToken.of("token-a").orElseThrow();

    final List<String> events = new CopyOnWriteArrayList<>();

    /** What came for partners. */
    public final List<Heard> heard = new CopyOnWriteArrayList<>();

    volatile boolean agrees = true;

    /** Whether it knows tokens only as they are, not in Base64. */
    public volatile boolean onlyRaw;

    /** The one version that it lists. */
    public volatile String version = "2.2.1";

    /** How often a token was shown that it does not know. */
    public final AtomicInteger strangers = new AtomicInteger();

    /** The status of HTTP that partners answer with; 0 for none but 200. */
    public volatile int trouble;

    /** The data of good answers to what goes to partners, by the end of the path; else null. */
    public final Map<String, String> answers = new ConcurrentHashMap<>();

    /** The token that the bridge gave. */
    public volatile Optional<String> tokenB = Optional.empty();

    private volatile Json.Obj credentials = Json.Obj.EMPTY;
    private volatile String tokenC = "";
    private int given;
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    /** Opens it. */
    public FakeHub() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** Where it begins. */
    public URI versions() {
        return URI.create(base() + "/ocpi/versions");
    }

    /** The roles that the bridge said it has, such as {@code CPO DE/ALC}. */
    public List<String> roles() {
        return credentials.member("roles").stream()
                .map(Json.Arr.class::cast)
                .flatMap(roles -> roles.items().stream())
                .map(role -> (Json.Obj) role)
                .map(role ->
                        "%s %s/%s"
                                .formatted(
                                        role.textOf("role").orElseThrow(),
                                        role.textOf("country_code").orElseThrow(),
                                        role.textOf("party_id").orElseThrow()))
                .toList();
    }

    /** Loses what was agreed, as a hub does whose database was put back. */
    public void forget() {
        tokenC = "";
    }

    private String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String method = exchange.getRequestMethod();
            Json body =
                    Body.of(exchange.getRequestBody().readAllBytes())
                            .json()
                            .optional()
                            .orElse(Json.Null.NULL);
            if (!isKnown(Headers.ofMany(exchange.getRequestHeaders()))) {
                strangers.incrementAndGet();
                write(
                        exchange,
                        401,
                        "{\"status_code\":2000,\"timestamp\":\"2026-11-21T10:00:00Z\"}");
                return;
            }
            events.add(method + " " + path);
            if (path.startsWith("/ocpi/2.2.1/credentials")
                    || path.matches("/ocpi/(versions|2.2.1)")) {
                write(exchange, 200, data(method, path, body));
                return;
            }
            heard.add(
                    new Heard(
                            method,
                            path,
                            Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""),
                            Headers.ofMany(exchange.getRequestHeaders()),
                            body));
            write(exchange, trouble > 0 ? trouble : 200, success(answer(path)));
        }
    }

    private String answer(String path) {
        return answers.entrySet().stream()
                .filter(one -> path.endsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(path.endsWith("/hubclientinfo") ? "[]" : "null");
    }

    /** A message for a partner. */
    public record Heard(String method, String path, String query, Headers headers, Json body) {}

    private boolean isKnown(Headers headers) {
        String shown = headers.get("Authorization").orElse("");
        return CredentialsToken.candidates(shown).stream()
                .filter(candidate ->
                        !onlyRaw || candidate.encoding() == CredentialsToken.Encoding.RAW)
                .map(candidate -> candidate.token().reveal())
                .anyMatch(text -> text.equals(TOKEN_A.reveal()) || text.equals(tokenC));
    }

    private String data(String method, String path, Json body) {
        return switch (path) {
            case "/ocpi/versions" ->
                    success(
                            "[{\"version\":\"%s\",\"url\":\"%s/ocpi/2.2.1\"}]"
                                    .formatted(version, base()));
            case "/ocpi/2.2.1" ->
                    success(
                            """
                            {"version":"2.2.1","endpoints":[
                              {"identifier":"credentials","role":"SENDER","url":"%1$s/ocpi/2.2.1/credentials"},
                              {"identifier":"commands","role":"RECEIVER","url":"%1$s/ocpi/receiver/2.2.1/commands"},
                              {"identifier":"chargingprofiles","role":"RECEIVER","url":"%1$s/ocpi/receiver/2.2.1/chargingprofiles"},
                              {"identifier":"hubclientinfo","role":"SENDER","url":"%1$s/ocpi/sender/2.2.1/hubclientinfo"},
                              {"identifier":"locations","role":"RECEIVER","url":"%1$s/ocpi/receiver/2.2.1/locations"},
                              {"identifier":"sessions","role":"RECEIVER","url":"%1$s/ocpi/receiver/2.2.1/sessions"},
                              {"identifier":"cdrs","role":"RECEIVER","url":"%1$s/ocpi/receiver/2.2.1/cdrs"}]}
                            """
                                    .formatted(base()));
            default -> credentials(method, body);
        };
    }

    private String credentials(String method, Json body) {
        if (method.equals("DELETE")) {
            tokenC = "";
            return success("null");
        }
        if (method.equals("GET")) {
            return success("{}");
        }
        if (!agrees) {
            return "{\"status_code\":3001,\"status_message\":\"no\",\"timestamp\":\"2026-11-21T10:00:00Z\"}";
        }
        Json.Obj theirs = (Json.Obj) body;
        tokenB = theirs.textOf("token");
        credentials = theirs;
        events.add("looked: " + look(theirs.textOf("url").orElseThrow()));
        tokenC = "token-c" + ++given;
        return success("{\"token\":\"%s\",\"url\":\"x\",\"roles\":[]}".formatted(tokenC));
    }

    private String look(String url) {
        Answered<Optional<Json>> versions =
                new Introduction(http, () -> "id", Duration.ofSeconds(20))
                        .ask(
                                HttpMethod.GET,
                                URI.create(url),
                                new Introduction.Shown(
                                        CredentialsToken.of(tokenB.orElseThrow()).orElseThrow(),
                                        CredentialsToken.Encoding.BASE64),
                                Optional.empty());
        return versions.getClass().getSimpleName();
    }

    private static String success(String data) {
        return "{\"status_code\":1000,\"data\":%s,\"timestamp\":\"2026-11-21T10:00:00Z\"}"
                .formatted(data);
    }

    private static void write(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = Body.of(text).bytes();
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
