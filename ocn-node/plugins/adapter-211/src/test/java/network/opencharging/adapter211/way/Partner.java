package network.opencharging.adapter211.way;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A party with a platform of 2.1.1 or 2.2.1, registered at the node, on a real socket. */
final class Partner implements AutoCloseable {
    private static final List<String> MODULES =
            List.of("locations", "sessions", "cdrs", "tariffs", "tokens", "commands");

    private final PartyId id;
    private final Role role;
    private final boolean old;
    private final HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile Function<Seen, Said> answer = _ -> Said.done();
    private String token = "";

    Partner(PartyId id, Role role, boolean old) throws IOException {
        this.id = id;
        this.role = role;
        this.old = old;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** What it was asked. */
    record Seen(String method, String target, Map<String, List<String>> headers, Json body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /** What it says. */
    record Said(int status, Map<String, String> headers, String data) {
        static Said done() {
            return new Said(200, Map.of(), "");
        }

        static Said data(String json) {
            return new Said(200, Map.of(), json.replace('\'', '"'));
        }

        Said with(String header, String value) {
            return new Said(status, Map.of(header, value), data);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String version() {
        return old ? "2.1.1" : "2.2.1";
    }

    void answers(Function<Seen, Said> next) {
        answer = next;
    }

    /** What it answers now to whatever it is asked. */
    Said says() {
        return answer.apply(new Seen("GET", "/", Map.of(), Json.Null.NULL));
    }

    void forget() {
        seen.clear();
        answer = _ -> Said.done();
    }

    Seen last() {
        return seen.getLast();
    }

    List<Seen> seen() {
        return seen;
    }

    WholeNode.Reply register(WholeNode node) {
        WholeNode.Reply reply =
                node.call(
                        "POST",
                        "/ocpi/" + version() + "/credentials",
                        Map.of("Authorization", "Token " + node.invite()),
                        credentials().text());
        if (!reply.code().equals("1000")) {
            throw new AssertionError(reply.body().text());
        }
        token = reply.body().objectOf("data").orElseThrow().textOf("token").orElseThrow();
        forget();
        return reply;
    }

    /** What it shows to the node. */
    String shown() {
        return token;
    }

    /** What the node shows to it. */
    String outbound() {
        return "token-of-" + id.partyId();
    }

    PartyId id() {
        return id;
    }

    boolean isOld() {
        return old;
    }

    /** The token that the node gives it. */
    void learns(String given) {
        token = given;
    }

    Json.Obj credentials() {
        Json.Obj party =
                Json.Obj.EMPTY
                        .with("country_code", id.countryCode())
                        .with("party_id", id.partyId())
                        .with("business_details", Json.Obj.EMPTY.with("name", "x"));
        Json.Obj common = Json.Obj.EMPTY.with("url", url() + "/versions").with("token", outbound());
        if (!old) {
            return common.with("roles", Json.array(List.of(party.with("role", role.name()))));
        }
        Json.Obj whole = common;
        for (String name : party.members().keySet()) {
            whole = whole.with(name, party.member(name).orElseThrow());
        }
        return whole;
    }

    /** A request to the node; a partner of 2.2.1 names the receiver. */
    WholeNode.Reply asks(WholeNode node, String method, String path, PartyId to, String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Token " + token);
        if (!old) {
            headers.put("OCPI-from-country-code", id.countryCode());
            headers.put("OCPI-from-party-id", id.partyId());
            headers.put("OCPI-to-country-code", to.countryCode());
            headers.put("OCPI-to-party-id", to.partyId());
        }
        return node.call(method, path, headers, body.replace('\'', '"'));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Said said =
                    switch (path) {
                        case "/versions" -> Said.data("[" + version(url() + "/details") + "]");
                        case "/details" -> Said.data(details());
                        default -> {
                            Seen request =
                                    new Seen(
                                            exchange.getRequestMethod(),
                                            path,
                                            Map.copyOf(exchange.getRequestHeaders()),
                                            read(body));
                            seen.add(request);
                            yield answer.apply(request);
                        }
                    };
            write(exchange, said);
        }
    }

    /** What is no JSON is a text here: a partner takes whatever comes. */
    private static Json read(String body) {
        if (body.isEmpty()) {
            return Json.Null.NULL;
        }
        return JsonReader.standard().read(body) instanceof JsonReading.Read<Json>(Json it)
                ? it
                : Json.text(body);
    }

    private String version(String url) {
        return "{'version':'%s','url':'%s'}".formatted(version(), url);
    }

    private String details() {
        StringBuilder entries = new StringBuilder(entry("credentials", "SENDER"));
        for (String module : MODULES) {
            entries.append(',').append(entry(module, "SENDER"));
            if (!old) {
                entries.append(',').append(entry(module, "RECEIVER"));
            }
        }
        return "{'version':'%s','endpoints':[%s]}".formatted(version(), entries);
    }

    private String entry(String module, String side) {
        return old
                ? "{'identifier':'%s','url':'%s/%s'}".formatted(module, url(), module)
                : "{'identifier':'%s','role':'%s','url':'%s/%s/%s'}"
                        .formatted(module, side, url(), side, module);
    }

    private static void write(HttpExchange exchange, Said said) throws IOException {
        String data = said.data().isEmpty() ? "" : "\"data\":" + said.data() + ",";
        byte[] bytes =
                ("{" + data + "\"status_code\":1000,\"timestamp\":\"2026-11-28T00:00:00Z\"}")
                        .getBytes(StandardCharsets.UTF_8);
        said.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(said.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
