package network.opencharging.adapter211.way;

import network.opencharging.node.config.NodeApplication;
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

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A whole node with the adapter on its class path, and a directory of four parties. */
final class WholeNode implements AutoCloseable {
    private static final String ADMIN_KEY = "the-admin-key-of-these-tests";
    private static final PrivateKey AUTHORITY = PrivateKey.parse("a1".repeat(32)).orElseThrow();
    private static final String OPERATOR_KEY = "b2".repeat(32);

    private static final Map<String, String> OPERATOR =
            Map.of("Authorization", "Token " + ADMIN_KEY);

    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private WholeNode(int port, ConfigurableApplicationContext context) {
        this.port = port;
        this.context = context;
    }

    static WholeNode start(Path folder, Map<PartyId, Role> parties) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("operator.hex"), OPERATOR_KEY);
        Operator self =
                new Operator(
                        PrivateKey.parse(OPERATOR_KEY).orElseThrow().address(),
                        URI.create(url(port)));
        List<Party> listed = new ArrayList<>();
        parties.forEach((id, role) -> listed.add(party(id, role, self, listed.size())));
        new DirectoryFileWriter(
                        folder.resolve("directory.json"), "test", AUTHORITY, Clock.systemUTC())
                .write(Snapshot.of(List.of(self), listed));
        return new WholeNode(
                port,
                SpringApplication.run(
                        NodeApplication.class,
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--ocn.node.url=" + url(port),
                        "--ocn.data.folder=" + folder.resolve("data"),
                        "--ocn.key.file=" + folder.resolve("operator.hex"),
                        "--ocn.admin.key=" + ADMIN_KEY,
                        "--ocn.registry.file=" + folder.resolve("directory.json"),
                        "--ocn.registry.authority=" + AUTHORITY.address(),
                        "--ocn.client.allow-private=127.0.0.1",
                        "--ocn.handshake.deadline=30s"));
    }

    private static Party party(PartyId id, Role role, Operator operator, int number) {
        return new Party(
                id,
                new Address("0xA0" + "%038d".formatted(number)),
                Set.of(role),
                Modules.UNDECLARED,
                operator.address(),
                true);
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    String url() {
        return url(port);
    }

    /** What came back. */
    record Reply(int status, Map<String, List<String>> headers, Json.Obj body) {
        String code() {
            return body.member("status_code").map(Json::text).orElse("none");
        }

        String data() {
            return body.member("data").map(Json::text).orElse("");
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    Reply call(String method, String path, Map<String, String> headers, String body) {
        HttpResponse<String> response = send(method, path, headers, body);
        return new Reply(
                response.statusCode(),
                response.headers().map(),
                (Json.Obj) JsonReader.standard().read(response.body()).orThrow());
    }

    private HttpResponse<String> send(
            String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : url() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A token A for anybody who is listed. */
    String invite() {
        return call("POST", "/admin/platforms", OPERATOR, "{\"parties\":[]}")
                .body()
                .textOf("token")
                .orElseThrow();
    }

    /** The operator ends what there is of this party. */
    void removes(PartyId party) {
        String platforms = send("GET", "/admin/platforms", OPERATOR, "").body();
        if (JsonReader.standard().read(platforms).orThrow() instanceof Json.Arr(var all)) {
            all.stream()
                    .filter(each -> each.text().contains("\"" + party.partyId() + "\""))
                    .map(each -> ((Json.Obj) each).textOf("id").orElseThrow())
                    .forEach(id -> send("DELETE", "/admin/platforms/" + id, OPERATOR, ""));
        }
    }

    /** The node begins a registration with this token A. */
    Reply approaches(Partner partner, String tokenA) {
        return call(
                "POST",
                "/admin/handshakes",
                OPERATOR,
                Json.Obj.EMPTY
                        .with("versions_url", partner.url() + "/versions")
                        .with("token", tokenA)
                        .text());
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
