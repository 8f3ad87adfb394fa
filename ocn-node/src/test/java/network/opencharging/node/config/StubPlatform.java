package network.opencharging.node.config;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The other side of a handshake, on a real socket; what it says can be bent. */
final class StubPlatform implements AutoCloseable {
    /** What it wants to be shown. */
    static final String TOKEN = "token-of-the-stub";

    private final HttpServer server;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile boolean rawOnly;
    private volatile String versions;
    private volatile String details;
    private volatile Function<Json.Obj, String> onPost = body -> "{\"status_code\":2000}";

    private volatile Function<Json.Obj, String> onPut = body -> "{\"status_code\":2000}";

    StubPlatform() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        versions = versionsOf("2.2.1");
        details =
                "[{\"identifier\":\"credentials\",\"role\":\"RECEIVER\",\"url\":\"%1$s/ocpi/2.2.1/credentials\"},{\"identifier\":\"locations\",\"role\":\"SENDER\",\"url\":\"%1$s/ocpi/2.2.1/locations\"}]"
                        .formatted(url());
        server.createContext("/ocpi/versions", exchange -> answer(exchange, versions));
        server.createContext(
                "/ocpi/2.2.1",
                exchange ->
                        answer(exchange, "{\"version\":\"2.2.1\",\"endpoints\":" + details + "}"));
        server.createContext("/ocpi/2.2.1/credentials", this::credentials);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String versionsUrl() {
        return url() + "/ocpi/versions";
    }

    String versionsOf(String... names) {
        return Json.array(
                        List.of(names).stream()
                                .map(name ->
                                        Json.Obj.EMPTY
                                                .with("version", name)
                                                .with("url", url() + "/ocpi/2.2.1"))
                                .toList())
                .text();
    }

    /** Accepts tokens only as old bridges do. */
    void acceptRawOnly() {
        rawOnly = true;
    }

    void listVersions(String data) {
        versions = data;
    }

    void listEndpoints(String array) {
        details = array;
    }

    /** What a PUT of credentials is answered with. */
    void answerPut(Function<Json.Obj, String> answer) {
        onPut = answer;
    }

    /** What a POST of credentials is answered with. */
    void answerPost(Function<Json.Obj, String> answer) {
        onPost = answer;
    }

    /** Every request: method, path and Authorization. */
    List<String> seen() {
        return seen;
    }

    /** Its credentials object with these parties as CPO. */
    String credentials(PartyId... parties) {
        return credentials(TOKEN, parties);
    }

    String credentials(String token, PartyId... parties) {
        Json roles =
                Json.array(
                        List.of(parties).stream()
                                .map(party ->
                                        Json.Obj.EMPTY
                                                .with("role", "CPO")
                                                .with("country_code", party.countryCode())
                                                .with("party_id", party.partyId())
                                                .with(
                                                        "business_details",
                                                        Json.Obj.EMPTY.with("name", "Stub")))
                                .toList());
        return Json.Obj.EMPTY
                .with("token", token)
                .with("url", versionsUrl())
                .with("roles", roles)
                .text();
    }

    static String base64(String token) {
        return Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    private void credentials(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        note(exchange);
        write(
                exchange,
                200,
                switch (exchange.getRequestMethod()) {
                    case "POST" -> onPost.apply(object(body));
                    case "PUT" -> onPut.apply(object(body));
                    default -> "{\"status_code\":1000,\"timestamp\":\"2026-01-01T00:00:00Z\"}";
                });
    }

    private static Json.Obj object(String body) {
        return (Json.Obj) JsonReader.standard().read(body).orThrow();
    }

    private void answer(HttpExchange exchange, String data) throws IOException {
        note(exchange);
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        if (rawOnly && !shown.equals("Token " + TOKEN)) {
            write(exchange, 401, "{\"status_code\":2001}");
            return;
        }
        write(
                exchange,
                200,
                "{\"status_code\":1000,\"data\":%s,\"timestamp\":\"2026-01-01T00:00:00Z\"}"
                        .formatted(data));
    }

    private void note(HttpExchange exchange) {
        seen.add(
                "%s %s %s"
                        .formatted(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI(),
                                exchange.getRequestHeaders().getFirst("Authorization")));
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
