package network.opencharging.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.bridge.http.FakeHub;
import network.opencharging.browser.Browser;
import network.opencharging.browser.Screen;
import network.opencharging.browser.Shade;
import network.opencharging.protocol.json.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the operator of a bridge sees, and what he can do about it. */
class OperatingTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String LOCATION =
            """
            {"country_code":"DE","party_id":"ALC","id":"LOC1","publish":true,"address":"Market 1",\
            "city":"Stuttgart","country":"DEU","time_zone":"Europe/Berlin",\
            "coordinates":{"latitude":"48.775846","longitude":"9.182932"},\
            "last_updated":"2026-11-21T10:00:00Z"}\
            """;
    private static final String SESSION =
            """
            {"country_code":"DE","party_id":"ALC","id":"S1","start_date_time":"2026-11-21T09:00:00Z",\
            "kwh":1.5,"cdr_token":{"country_code":"NL","party_id":"BOB","uid":"04B0B0B0C0FFEE",\
            "type":"RFID","contract_id":"NL-BOB-C1"},"auth_method":"COMMAND","location_id":"LOC1",\
            "evse_uid":"E1","connector_id":"1","currency":"EUR","status":"ACTIVE",\
            "last_updated":"2026-11-21T10:00:00Z"}\
            """;

    @TempDir private Path folder = Path.of("");
    private final FakeHub hub = new FakeHub();
    private int door;
    private int api;
    private int admin;
    private List<ConfigurableApplicationContext> running = List.of();

    @BeforeEach
    void ports() throws IOException {
        door = freePort();
        api = freePort();
        admin = freePort();
    }

    @AfterEach
    void close() {
        running.forEach(ConfigurableApplicationContext::close);
        hub.close();
    }

    @Test
    void onThePageTheOperatorSeesWhyAnObjectIsParkedAndSendsItAgain() throws Exception {
        parkedLocation();
        try (Browser browser = Browser.start()) {
            browser.open("http://127.0.0.1:%d/".formatted(admin));
            until(browser, "#login", "operator's key");
            browser.type("#key", "wrong\n");
            until(browser, "#refused", "not the key");
            browser.type("#key", key("admin.key") + "\n");
            until(browser, "#tiles", "registered");
            until(browser, "#parked", "HTTP 400");
            assertThat(browser.text("#parked"))
                    .contains("DE/ALC → NL/BOB", "locations DE/ALC/LOC1");
            assertThat(browser.text("#queues")).contains("DE/ALC → NL/BOB");
            until(browser, "#traffic", "locations");
            until(browser, "#messages", "PUT /ocpi/receiver/2.2.1/locations/DE/ALC/LOC1");
            until(browser, "#checks", "handshake");
            sayTwiceWrong();
            until(browser, "#complaints", "country");
            assertThat(browser.count("#complaints tbody tr")).isEqualTo(2);
            pictures(browser);

            hub.trouble = 0;
            browser.click("#parked button");

            until(browser, "body", "Nothing is parked.");
            until(browser, "#messages", "200 1000");
            browser.click("#leave");
            until(browser, "#login", "operator's key");
            // The wrong key was told to the console by the browser itself.
            assertThat(browser.complaints()).allMatch(line -> line.contains("401"));
        }
    }

    @Test
    void onThePageAllThatWasParkedInATimeSetsOutAgainAndNothingElse() throws Exception {
        parkedLocation();
        new Api(api, folder).put("own/DE/ALC/sessions/S1?to=NL-BOB", SESSION);
        await().atMost(LONG)
                .until(() -> new Api(api, folder).get("status").contains("\"parked\":2"));
        try (Browser browser = Browser.start()) {
            browser.open("http://127.0.0.1:%d/".formatted(admin));
            until(browser, "#login", "operator's key");
            browser.type("#key", key("admin.key") + "\n");
            until(browser, "#parked", "sessions DE/ALC/S1");
            hub.trouble = 0;

            pick(browser, "#until", -3600);
            browser.click("#range button");
            until(browser, "#resent", "0 set out again.");
            assertThat(browser.count("#parked tbody tr")).isEqualTo(2);

            pick(browser, "#since", -3600);
            pick(browser, "#until", 3600);
            browser.click("#range button");
            until(browser, "#resent", "2 set out again.");
            until(browser, "body", "Nothing is parked.");
            await().atMost(LONG)
                    .until(() -> new Api(api, folder).get("status").contains("\"waiting\":0"));
            assertThat(hub.heard)
                    .extracting(FakeHub.Heard::path)
                    .filteredOn(path -> path.endsWith("/S1") || path.endsWith("/LOC1"))
                    .hasSizeGreaterThanOrEqualTo(4);
        }
    }

    /** As the browser's own picker does it: local time, to the minute. */
    private static void pick(Browser browser, String field, int secondsFromNow) {
        browser.run(
                """
                const [field, seconds] = arguments
                const at = new Date(Date.now() + seconds * 1000)
                at.setMinutes(at.getMinutes() - at.getTimezoneOffset())
                document.querySelector(field).value = at.toISOString().slice(0, 16)
                """,
                Json.text(field),
                Json.number(secondsFromNow));
    }

    private static void pictures(Browser browser) {
        Path target = Path.of("target", "pictures");
        for (Screen screen : Screen.values()) {
            for (Shade shade : Shade.values()) {
                browser.look(screen, shade);
                browser.screenshot(target.resolve("bridge-%s-%s.png".formatted(screen, shade)));
            }
        }
        browser.look(Screen.DESKTOP, Shade.LIGHT);
    }

    private static void until(Browser browser, String selector, String text) {
        await().atMost(LONG).untilAsserted(() -> assertThat(browser.text(selector)).contains(text));
    }

    @Test
    void figuresHealthAndDoctorAreTrueAndNobodySeesThemWithoutTheOperatorsKey() throws Exception {
        parkedLocation();

        assertThat(get("/metrics", "wrong")).startsWith("401");
        assertThat(get("/admin/api/overview", key("api.key"))).startsWith("401");
        assertThat(get("/health/live", "")).startsWith("200");
        assertThat(get("/health/ready", "")).startsWith("200");
        assertThat(get("/metrics", key("admin.key")))
                .contains("ocn_bridge_outbox_parked 1.0", "jvm_memory_used_bytes")
                .containsPattern(
                        "ocn_bridge_messages_seconds_count\\{direction=\"sent\",module=\"locations\",outcome=\"refused\",party=\"DE/ALC\"\\}"
                            + " 1");
        assertThat(get("/admin/api/overview", key("admin.key")))
                .contains("\"registered\":true", "\"parked\":1");
        assertThat(get("/admin/api/doctor", key("admin.key")))
                .contains("the hub knows this bridge", "does not sign");

        hub.close();

        assertThat(get("/admin/api/doctor", key("admin.key")))
                .contains("does not answer", "firewalls");
        assertThat(get("/health/live", "")).startsWith("200");
    }

    @Test
    void aBridgeThatCannotJoinLivesButIsNotReady() throws Exception {
        server("--ocn.bridge.hub.token=wrong");

        assertThat(get("/health/live", "")).startsWith("200");
        assertThat(get("/health/ready", ""))
                .startsWith("503")
                .contains("not registered", "it says what is missing");
    }

    @Test
    void theJournalRemembersWhatWasSaidWithoutTheDriver() throws Exception {
        server(
                "--ocn.bridge.hub.token=" + FakeHub.TOKEN_A.reveal(),
                "--ocn.bridge.admin.content=ALL");
        new Api(api, folder).put("own/DE/ALC/sessions/S1?to=NL-BOB", SESSION);

        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(messages("?module=sessions&party=NL-BOB"))
                                .contains("\"status\":1000", "cdr_token"));
        assertThat(messages("")).doesNotContain("04B0B0B0C0FFEE", "NL-BOB-C1");
        assertThat(messages("?trouble=true")).contains("\"messages\":[]");
        assertThat(messages("?party=nobody")).startsWith("400");
    }

    /** Bob's hub refuses a location for good. */
    private void parkedLocation() throws IOException {
        server("--ocn.bridge.hub.token=" + FakeHub.TOKEN_A.reveal());
        await().atMost(LONG).until(() -> hub.tokenB.isPresent());
        hub.trouble = 400;
        new Api(api, folder).put("own/DE/ALC/locations/LOC1?to=NL-BOB", LOCATION);
        await().atMost(LONG)
                .until(() -> new Api(api, folder).get("status").contains("\"parked\":1"));
    }

    /** The backoffice has two different faults in one object, one after the other. */
    private void sayTwiceWrong() {
        Api backoffice = new Api(api, folder);
        String path = "own/DE/ALC/locations/LOC1?to=NL-BOB";
        assertThat(backoffice.put(path, LOCATION.replace("DEU", "GERMANY"))).startsWith("422");
        assertThat(backoffice.put(path, LOCATION.replace("48.775846", "north"))).startsWith("422");
    }

    private String messages(String query) throws Exception {
        return get("/admin/api/messages" + query, key("admin.key"));
    }

    private String key(String file) {
        return Folder.text(folder.resolve("data").resolve(file));
    }

    private String get(String path, String key) {
        return Api.asked("http://127.0.0.1:%d%s".formatted(admin, path), key, "GET", "");
    }

    private void server(String... more) {
        Stream<String> usual =
                Stream.of(
                        "--ocn.bridge.door.url=http://localhost:" + door,
                        "--ocn.bridge.door.port=" + door,
                        "--ocn.bridge.parties.list[0].id=DE-ALC",
                        "--ocn.bridge.parties.list[0].role=CPO",
                        "--ocn.bridge.parties.list[0].name=Alice",
                        "--ocn.bridge.hub.versions-url=" + hub.versions(),
                        "--ocn.bridge.hub.party=CH-OCN",
                        "--ocn.bridge.data.folder=" + folder.resolve("data"),
                        "--ocn.bridge.backoffice.port=" + api,
                        "--ocn.bridge.admin.port=" + admin);
        running =
                List.of(
                        BridgeServer.application()
                                .run(Stream.concat(usual, Stream.of(more)).toArray(String[]::new)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
