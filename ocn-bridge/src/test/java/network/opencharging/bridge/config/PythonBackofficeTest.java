package network.opencharging.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.bridge.http.FakeHub;
import network.opencharging.bridge.http.Partner;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bridge as a server, and a backoffice of a hundred lines of Python behind it: what it says
 * reaches the hub, and what a partner wants reaches it.
 */
class PythonBackofficeTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId BOB = new PartyId("NL", "BOB");
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir private Path folder = Path.of("");
    private final FakeHub hub = new FakeHub();
    private final int door = freePort();
    private final int api = freePort();
    private final int webhook = freePort();
    private final List<AutoCloseable> open = new ArrayList<>();

    /** The example is for people who have Python; the bridge itself needs none. */
    @BeforeEach
    void pythonIsThere() {
        assumeThat(System.getenv("PATH").split(":"))
                .as("python3 on the PATH")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
        hub.close();
    }

    @Test
    void aLocationOfThePythonBackofficeIsSeenByAPartnerAndAPartnerStartsACharge()
            throws IOException {
        server();
        python();

        FakeHub.Heard pushed = heard("/ocpi/receiver/2.2.1/locations/DE/ALC/LOC1", 0);
        assertThat(pushed.method()).isEqualTo("PUT");
        assertThat(pushed.headers().get(HeaderNames.OCN_SIGNATURE)).isPresent();
        assertThat(pushed.headers().get(HeaderNames.TO_PARTY_ID)).contains("OCN");

        try (Partner bob = bob()) {
            assertThat(bob.send("GET", "sender/2.2.1/locations", "").data().text())
                    .contains("Town hall", "\"AVAILABLE\"");

            Partner.Answer answer =
                    bob.send("POST", "receiver/2.2.1/commands/STOP_SESSION", stop());

            assertThat(answer.code()).isEqualTo(1000);
            assertThat(answer.data().text()).contains("ACCEPTED");
        }
        FakeHub.Heard result = heard("/callback/7", 0);
        assertThat(result.body().text()).contains("\"result\":\"ACCEPTED\"");
        assertThat(result.headers().get(HeaderNames.X_CORRELATION_ID)).contains("corr-1");
        assertThat(heard("/ocpi/receiver/2.2.1/locations/DE/ALC/LOC1", 1).body().text())
                .contains("\"AVAILABLE\"");
    }

    @Test
    void whatTheHubCannotTakeNowArrivesLaterAlsoAfterARestart() throws IOException {
        ConfigurableApplicationContext first = server();
        await().atMost(LONG).until(() -> hub.tokenB.isPresent());
        hub.trouble = 503;
        new Api(api, folder).put("own/DE/ALC/locations/LOC1?to=NL-BOB", location());
        heard("/ocpi/receiver/2.2.1/locations/DE/ALC/LOC1", 0);
        first.close();

        hub.trouble = 0;
        int before = hub.heard.size();
        server();

        await().atMost(LONG).until(() -> hub.heard.size() > before);
        await().atMost(LONG)
                .until(() -> new Api(api, folder).get("status").contains("\"waiting\":0"));
    }

    @Test
    void anInvalidObjectIsRefusedWithEveryFaultAndAStrangerIsNotHeard() throws IOException {
        server();
        Api backoffice = new Api(api, folder);

        assertThat(
                        backoffice.put(
                                "own/DE/ALC/locations/LOC1",
                                location()
                                        .replace("\"country\":\"DEU\"", "\"country\":\"Germany\"")))
                .startsWith("422")
                .contains("$.country");
        assertThat(backoffice.put("own/FR/XXX/locations/LOC1", location())).startsWith("404");
        assertThat(new Api(api, "wrong").get("status")).startsWith("401");
        assertThat(backoffice.get("openapi.json")).contains("\"openapi\"");
    }

    private FakeHub.Heard heard(String path, int number) {
        await().atMost(LONG).until(() -> all(path).size() > number);
        return all(path).get(number);
    }

    private List<FakeHub.Heard> all(String path) {
        return hub.heard.stream().filter(message -> message.path().equals(path)).toList();
    }

    private Partner bob() {
        return Partner.of(
                door, CredentialsToken.of(hub.tokenB.orElseThrow()).orElseThrow(), BOB, ALICE);
    }

    private String stop() {
        return "{\"response_url\":\"%s\",\"session_id\":\"s-1\"}"
                .formatted(hub.versions().resolve("/callback/7"));
    }

    private static String location() {
        return """
        {"country_code":"DE","party_id":"ALC","id":"LOC1","publish":true,"address":"Market 1",\
        "city":"Stuttgart","country":"DEU","time_zone":"Europe/Berlin",\
        "coordinates":{"latitude":"48.775846","longitude":"9.182932"},\
        "last_updated":"2026-11-21T10:00:00Z"}\
        """;
    }

    private ConfigurableApplicationContext server() throws IOException {
        Files.writeString(folder.resolve("webhook.secret"), "known-to-both");
        Files.writeString(folder.resolve("alice.key"), "1".repeat(64));
        ConfigurableApplicationContext context =
                BridgeServer.application()
                        .run(
                                "--ocn.bridge.door.url=http://localhost:" + door,
                                "--ocn.bridge.door.port=" + door,
                                "--ocn.bridge.parties.list[0].id=DE-ALC",
                                "--ocn.bridge.parties.list[0].role=CPO",
                                "--ocn.bridge.parties.list[0].name=Alice",
                                "--ocn.bridge.parties.list[0].key-file="
                                        + folder.resolve("alice.key"),
                                "--ocn.bridge.hub.versions-url=" + hub.versions(),
                                "--ocn.bridge.hub.token=" + FakeHub.TOKEN_A.reveal(),
                                "--ocn.bridge.hub.party=CH-OCN",
                                "--ocn.bridge.data.folder=" + folder.resolve("data"),
                                "--ocn.bridge.backoffice.port=" + api,
                                "--ocn.bridge.admin.port=-1",
                                "--ocn.bridge.backoffice.webhook=http://127.0.0.1:" + webhook,
                                "--ocn.bridge.backoffice.webhook-secret-file="
                                        + folder.resolve("webhook.secret"));
        open.add(context);
        return context;
    }

    private void python() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("python3", Path.of("example", "backoffice.py").toString())
                        .redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "BRIDGE_API", "http://127.0.0.1:%d/api".formatted(api),
                                "BRIDGE_KEY_FILE", folder.resolve("data/api.key").toString(),
                                "WEBHOOK_SECRET_FILE", folder.resolve("webhook.secret").toString(),
                                "PARTY", "DE-ALC",
                                "WEBHOOK_PORT", Integer.toString(webhook)));
        Process process = builder.start();
        open.add(process::destroy);
        BufferedReader output = process.inputReader();
        Optional<String> line = Optional.ofNullable(output.readLine());
        assertThat(line.orElse("nothing")).startsWith("ready at");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
