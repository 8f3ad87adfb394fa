package network.opencharging.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.backoffice.Receiver;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.http.FakeHub;
import network.opencharging.bridge.http.Partner;
import network.opencharging.bridge.journal.Journal;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.register.Problem;
import network.opencharging.bridge.sign.Demand;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What old hubs and partners do otherwise is followed when the settings name it, and only then. */
class QuirksTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId BOB = new PartyId("NL", "BOB");
    private static final String SESSION =
            """
            {"country_code":"DE","party_id":"ALC","id":"S1","start_date_time":"2026-11-21T09:00:00Z",\
            "kwh":1.5,"cdr_token":{"country_code":"NL","party_id":"BOB","uid":"04B0","type":"RFID",\
            "contract_id":"NL-BOB-C1"},"auth_method":"COMMAND","location_id":"LOC1","evse_uid":"E1",\
            "connector_id":"1","currency":"EUR","status":"ACTIVE",\
            "last_updated":"2026-11-21T10:00:00Z"}\
            """;

    @TempDir private Path folder = Path.of("");
    private final FakeHub hub = new FakeHub();
    private final Map<ObjectKey, Session> sessions = new ConcurrentHashMap<>();
    private final List<EmbeddedBridge> open = new ArrayList<>();
    private int port;

    @AfterEach
    void close() {
        open.forEach(EmbeddedBridge::close);
        hub.close();
    }

    @Test
    void aHubThatKnowsOnly22IsJoined() throws IOException {
        hub.version = "2.2";

        assertThat(join()).get().extracting(Problem::sentence).asString().contains("2.2.1");
        assertThat(join("VERSION_2_2")).isEmpty();
    }

    @Test
    void whoLooksFor22FindsIt() throws Exception {
        join("VERSION_2_2");

        assertThat(get("/ocpi/versions")).contains("\"version\":\"2.2\"", "\"version\":\"2.2.1\"");
        assertThat(get("/ocpi/2.2"))
                .contains("/ocpi/receiver/2.2/sessions", "/ocpi/2.2/credentials");

        join();

        assertThat(get("/ocpi/versions")).doesNotContain("\"version\":\"2.2\"");
        assertThat(get("/ocpi/2.2")).startsWith("404");
    }

    @Test
    void aHubThatCountsWrongTokensIsNotShownOneFirst() throws IOException {
        hub.onlyRaw = true;

        assertThat(join("RAW_TOKENS")).isEmpty();
        assertThat(hub.strangers).hasValue(0);

        assertThat(join()).isEmpty();
        assertThat(hub.strangers).hasPositiveValue();
    }

    @Test
    void aSessionUnderTheReceiversNameIsTheSenders() throws Exception {
        join("SESSIONS_UNDER_RECEIVER");
        try (Partner alice = alice()) {
            assertThat(alice.send("PUT", "receiver/2.2.1/sessions/NL/BOB/S1", SESSION).code())
                    .isEqualTo(1000);
            assertThat(sessions.keySet()).extracting(ObjectKey::owner).containsExactly(ALICE);
            assertThat(alice.send("PUT", "receiver/2.2.1/sessions/FR/DAV/S1", SESSION).code())
                    .as("a third party's")
                    .isEqualTo(2001);
        }

        sessions.clear();
        join();
        try (Partner alice = alice()) {
            assertThat(alice.send("PUT", "receiver/2.2.1/sessions/NL/BOB/S1", SESSION).code())
                    .isEqualTo(2001);
        }
        assertThat(sessions).isEmpty();
    }

    @Test
    void aQuirkThatDoesNotExistStopsTheStartWithTheNamesOfThoseThatDo() {
        assertThatThrownBy(() -> join("RAW_TOKEN"))
                .hasMessageContaining("OCN_BRIDGE_QUIRKS")
                .hasMessageContaining("RAW_TOKENS");
    }

    private Partner alice() {
        return Partner.of(
                port, CredentialsToken.of(hub.tokenB.orElseThrow()).orElseThrow(), ALICE, BOB);
    }

    /** A fresh bridge of Bob with these quirks asks to be let in. */
    private Optional<Problem> join(String... quirks) throws IOException {
        open.forEach(EmbeddedBridge::close);
        open.clear();
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        EmbeddedBridge bridge =
                EmbeddedBridge.start(
                        Backoffice.builder().keepSessions(kept()).build(),
                        new BridgeSettings(
                                new DoorSettings(
                                        "http://localhost:" + port,
                                        "127.0.0.1",
                                        port,
                                        Duration.ofSeconds(20),
                                        Demand.NONE,
                                        DoorSettings.Tls.NONE),
                                new PartiesSettings(
                                        List.of(
                                                new PartiesSettings.One(
                                                        "NL-BOB", Role.EMSP, "Bob", ""))),
                                new HubSettings("", "", "", "", "", List.of(quirks)),
                                new DataSettings(
                                        folder.resolve("data" + port).toString(),
                                        "",
                                        "sa",
                                        "",
                                        true)),
                        new RegistrySettings("", "", "", List.of(), 0, Duration.ofSeconds(5)),
                        Journal.none());
        open.add(bridge);
        return bridge.join(hub.versions(), FakeHub.TOKEN_A);
    }

    private Receiver<Session> kept() {
        return new Receiver<>() {
            @Override
            public Optional<Session> find(Context context, ObjectKey key) {
                return Optional.ofNullable(sessions.get(key));
            }

            @Override
            public Verdict keep(Context context, ObjectKey key, Session session) {
                sessions.put(key, session);
                return Verdict.kept();
            }
        };
    }

    private String get(String path) throws IOException, InterruptedException {
        String token =
                CredentialsToken.of(hub.tokenB.orElseThrow())
                        .orElseThrow()
                        .header(CredentialsToken.Encoding.BASE64);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:%d%s".formatted(port, path)))
                                    .header("Authorization", token)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        }
    }
}
