package network.opencharging.node.config;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;
import network.opencharging.registry.directory.memory.DirectoryFileWriter;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.context.WebApplicationContext;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A whole node with a real socket and a directory file signed by this test's authority. */
final class RunningNode implements AutoCloseable {
    static final String ADMIN_KEY = "the-admin-key-of-these-tests";

    static final PrivateKey SOUTH_KEY = PrivateKey.parse("d4".repeat(32)).orElseThrow();

    /** Another node of the network, which is not running. */
    static final Operator SOUTH =
            new Operator(SOUTH_KEY.address(), URI.create("http://south.example"));

    /** Parties listed under this node, and one under the other. */
    static final PartyId ELSEWHERE = new PartyId("NL", "SOU");

    private static final PrivateKey AUTHORITY = PrivateKey.parse("a1".repeat(32)).orElseThrow();
    private static final String OPERATOR_KEY = "b2".repeat(32);

    private final Path folder;
    private final int port;
    private final List<String> more;
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext context;

    private RunningNode(
            Path folder, int port, List<String> more, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.port = port;
        this.more = more;
        this.context = context;
    }

    /** A node in this folder; these parties are listed under it as CPO and EMSP. */
    static RunningNode start(Path folder, PartyId... listed) {
        return start(folder, List.of(), listed);
    }

    /** The same with further arguments. */
    static RunningNode start(Path folder, List<String> more, PartyId... listed) {
        try {
            int port = freePort();
            Files.writeString(folder.resolve("operator.hex"), OPERATOR_KEY);
            list(folder, port, List.of(listed));
            return new RunningNode(folder, port, more, run(folder, port, more));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static void list(Path folder, int port, List<PartyId> listed) throws IOException {
        Operator north =
                new Operator(
                        PrivateKey.parse(OPERATOR_KEY).orElseThrow().address(),
                        URI.create(url(port)));
        List<Party> parties = new ArrayList<>();
        for (PartyId party : listed) {
            parties.add(party(party, north, parties.size()));
        }
        parties.add(party(ELSEWHERE, SOUTH, 99));
        new DirectoryFileWriter(
                        folder.resolve("directory.json"), "test", AUTHORITY, Clock.systemUTC())
                .write(Snapshot.of(List.of(north, SOUTH), parties));
    }

    private static Party party(PartyId id, Operator operator, int number) {
        return new Party(
                id,
                new Address("0xA0" + "%038d".formatted(number)),
                Set.of(Role.CPO, Role.EMSP),
                Modules.UNDECLARED,
                operator.address(),
                true);
    }

    private static ConfigurableApplicationContext run(Path folder, int port, List<String> more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=" + port,
                                "--server.address=127.0.0.1",
                                "--ocn.node.url=" + url(port),
                                "--ocn.data.folder=" + folder.resolve("data"),
                                "--ocn.key.file=" + folder.resolve("operator.hex"),
                                "--ocn.admin.key=" + ADMIN_KEY,
                                "--ocn.registry.file=" + folder.resolve("directory.json"),
                                "--ocn.registry.authority=" + AUTHORITY.address(),
                                "--ocn.client.allow-private=127.0.0.1",
                                "--ocn.handshake.deadline=5s"));
        arguments.addAll(more);
        return SpringApplication.run(NodeApplication.class, arguments.toArray(String[]::new));
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    void restart() {
        context.close();
        context = run(folder, port, more);
    }

    String url() {
        return url(port);
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    WebApplicationContext context() {
        return (WebApplicationContext) context;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** An answer with its envelope read. */
    record Answer(int http, HttpResponse<String> response, Json.Obj body) {
        String code() {
            return body.member("status_code").map(Json::text).orElse("none");
        }

        String message() {
            return body.textOf("status_message").orElse("");
        }

        Json.Obj data() {
            return body.objectOf("data").orElseThrow(() -> new AssertionError(body.text()));
        }

        String token() {
            return data().textOf("token").orElseThrow();
        }
    }

    /** A call with a token in Base64. */
    Answer call(String method, String path, String token, String body) {
        String written = Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
        return callWith(method, path, Map.of("Authorization", "Token " + written), body);
    }

    Answer call(String method, String path, String token) {
        return call(method, path, token, "");
    }

    Answer callWith(String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Json read = JsonReader.standard().read(response.body()).orThrow();
            Json.Obj object = read instanceof Json.Obj it ? it : Json.Obj.EMPTY.with("items", read);
            return new Answer(response.statusCode(), response, object);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Answer admin(String method, String path, String body) {
        return call(method, "/admin" + path, ADMIN_KEY, body);
    }

    /** A token A for these parties. */
    String invite(PartyId... parties) {
        Json wanted =
                Json.array(
                        List.of(parties).stream()
                                .map(party ->
                                        Json.Obj.EMPTY
                                                .with("country_code", party.countryCode())
                                                .with("party_id", party.partyId()))
                                .toList());
        Answer answer = admin("POST", "/platforms", Json.Obj.EMPTY.with("parties", wanted).text());
        return answer.body().textOf("token").orElseThrow();
    }

    /** Ends every registration and withdraws every invitation. */
    void forgetEverybody() {
        if (admin("GET", "/platforms", "").body().member("items").orElseThrow()
                instanceof Json.Arr(var items)) {
            for (Json item : items) {
                String id = ((Json.Obj) item).textOf("id").orElseThrow();
                admin("DELETE", "/platforms/" + id, "");
            }
        }
    }

    /** How many platforms the operator sees. */
    int platforms() {
        return admin("GET", "/platforms", "").body().member("items").orElseThrow()
                        instanceof Json.Arr(var items)
                ? items.size()
                : -1;
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
