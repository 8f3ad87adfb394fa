package network.opencharging.cpo.emsp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** The hub that a backend registers with, and NL/BOB behind it. It outlives the backend. */
public final class StubEmsp implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Books books = new Books();
    private final Map<String, String> verdicts = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> results = new ConcurrentHashMap<>();
    private volatile String token = "";
    private volatile String backend = "";
    private volatile boolean away;

    /** Opens it. */
    public StubEmsp() {
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

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * The settings of a backend that is to come here.
     *
     * @param folder for its invitation
     */
    public List<String> invites(Path folder) {
        int port = QuietPort.any();
        Path file = folder.resolve("invitation.json");
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    file,
                    "{\"versions_url\":\"%s/ocpi/versions\",\"token\":\"token-a\"}"
                            .formatted(base()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(
                "--ocn.cpo.roaming.node.invitation-file=" + file,
                "--ocn.cpo.roaming.door.url=http://127.0.0.1:" + port,
                "--ocn.cpo.roaming.door.host=127.0.0.1",
                "--ocn.cpo.roaming.door.port=" + port);
    }

    /** Whether a backend has registered. */
    public boolean knowsTheBackend() {
        return !backend.isEmpty();
    }

    /** From now on every message for a partner is answered with 503. */
    public void isAway(boolean now) {
        away = now;
    }

    /** What it says of a token when it is asked: a word of OCPI's AllowedType. */
    public void says(String uid, String allowed) {
        verdicts.put(uid, allowed);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (away && !path.startsWith(HubPages.VERSIONS) && !path.startsWith("/ocpi/2.2.1")) {
                HubPages.write(exchange, 503, HubPages.envelope(3000, "null"));
            } else {
                answer(exchange, path, body);
            }
        }
    }

    private void answer(HttpExchange exchange, String path, String body) throws IOException {
        if (path.startsWith(HubPages.RECEIVER)) {
            String object = path.substring(HubPages.RECEIVER.length());
            boolean known = books.take(exchange.getRequestMethod(), object, body);
            HubPages.write(
                    exchange, known ? 200 : 404, HubPages.envelope(known ? 1000 : 2003, "null"));
        } else if (path.startsWith(HubPages.SENDER + "tokens/")) {
            authorized(exchange, path.split("/")[5]);
        } else if (path.startsWith(HubPages.SENDER) && exchange.getRequestMethod().equals("POST")) {
            results.putIfAbsent(path.substring(path.lastIndexOf('/') + 1), JSON.readTree(body));
            HubPages.write(exchange, 200, HubPages.envelope(1000, "null"));
        } else {
            HubPages.write(exchange, 200, HubPages.envelope(1000, registering(path, body)));
        }
    }

    private String registering(String path, String body) {
        if (path.equals(HubPages.CREDENTIALS)) {
            JsonNode theirs = JSON.readTree(body);
            token = theirs.path("token").asString();
            backend = theirs.path("url").asString().replace(HubPages.VERSIONS, "");
        }
        return new HubPages(base()).of(path);
    }

    private void authorized(HttpExchange exchange, String uid) throws IOException {
        String said = verdicts.get(uid);
        if (said == null) {
            HubPages.write(exchange, 404, HubPages.envelope(2004, "null"));
            return;
        }
        HubPages.write(
                exchange,
                200,
                HubPages.envelope(
                        1000,
                        "{\"allowed\":\"%s\",\"authorization_reference\":\"REF-%s\",\"token\":%s}"
                                .formatted(said, uid, token(uid))));
    }

    /** A token of this eMSP, in OCPI's words. */
    public static String token(String uid) {
        return token("NL", "BOB", uid, true);
    }

    /** A token of anybody. */
    public static String token(String country, String party, String uid, boolean valid) {
        return """
        {"country_code":"%s","party_id":"%s","uid":"%s","type":"RFID","contract_id":"C-%s",
        "issuer":"Bob","valid":%s,"whitelist":"NEVER","last_updated":"2026-01-01T00:00:00Z"}
        """
                .formatted(country, party, uid, uid, valid);
    }

    /**
     * What the backend said.
     *
     * @param http 0 when nobody answered
     * @param envelope what came, missing when nothing did
     */
    public record Answer(int http, JsonNode envelope) {
        /** What is in the envelope. */
        public JsonNode data() {
            return envelope.path("data");
        }

        /** The {@code result} in the envelope; empty when there is none. */
        public String result() {
            return data().path("result").asString("");
        }

        /** OCPI's status. */
        public int status() {
            return envelope.path("status_code").asInt(0);
        }
    }

    /**
     * Gives a command (OCPI 2.2.1 §13.2).
     *
     * @param id under which its result is found
     * @param fields of its object, with apostrophes, each with a comma behind it
     */
    public Answer commands(String type, String id, String fields) {
        return sends(
                "POST",
                "/ocpi/receiver/2.2.1/commands/" + type,
                "{%s\"response_url\":\"%s%scommands/%s/%s\"}"
                        .formatted(fields.replace('\'', '"'), base(), HubPages.SENDER, type, id));
    }

    /** Where the result of a charging profile with that id is wanted. */
    public String profileResponse(String id) {
        return base() + HubPages.SENDER + "chargingprofiles/" + id;
    }

    /** How that command or profile ended. */
    public Optional<JsonNode> result(String id) {
        return Optional.ofNullable(results.get(id));
    }

    /** Asks the backend for something, as NL/BOB through the hub. */
    public Answer sends(String method, String path, String body) {
        HttpRequest.BodyPublisher content =
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body);
        String shown = Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
        try {
            var response =
                    http.send(
                            HttpRequest.newBuilder(URI.create(backend + path))
                                    .timeout(Duration.ofSeconds(30))
                                    .header("Authorization", "Token " + shown)
                                    .header("Content-Type", "application/json")
                                    .header("X-Request-ID", UUID.randomUUID().toString())
                                    .header("X-Correlation-ID", UUID.randomUUID().toString())
                                    .header("OCPI-from-country-code", "NL")
                                    .header("OCPI-from-party-id", "BOB")
                                    .header("OCPI-to-country-code", "DE")
                                    .header("OCPI-to-party-id", "ALC")
                                    .method(method, content)
                                    .build(),
                            BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            // Not there yet, or dead.
            return new Answer(0, JSON.missingNode());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything of a kind that changed since then and is this eMSP's, as the backend has it. */
    public List<JsonNode> pulls(String module, Instant since) {
        return sends(
                        "GET",
                        "/ocpi/sender/2.2.1/%s?limit=100&date_from=%s".formatted(module, since),
                        "")
                .data()
                .valueStream()
                .toList();
    }

    /** What it was told of that session. */
    public Optional<JsonNode> session(String id) {
        return books.find("sessions/DE/ALC/" + id);
    }

    /** What it was told of that location. */
    public Optional<JsonNode> location(String id) {
        return books.find("locations/DE/ALC/" + id);
    }

    /** The status of the first EVSE of a location, as it was told; empty before that. */
    public String status(String location) {
        return location(location)
                .map(one -> one.path("evses").path(0).path("status").asString(""))
                .orElse("");
    }

    /** What it was told of that tariff. */
    public Optional<JsonNode> tariff(String id) {
        return books.find("tariffs/DE/ALC/" + id);
    }

    /** CDRs of that session: more than one when there is more than one, or one came changed. */
    public List<JsonNode> cdrsOf(String session) {
        return books.cdrsOf(session);
    }

    /** Method and path of what came, where that is part of it. */
    public List<String> lines(String part) {
        return books.lines(part);
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
