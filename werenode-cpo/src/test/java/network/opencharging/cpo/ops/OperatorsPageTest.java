package network.opencharging.cpo.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.browser.Browser;
import network.opencharging.browser.Screen;
import network.opencharging.browser.Shade;
import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.ocpp.door.RawStation;
import network.opencharging.cpo.session.SiteUnderTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** The operator's page, in a real browser. */
class OperatorsPageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    @TempDir private static Path folder;
    private static CpoUnderTest cpo;
    private static AdminClient operator;

    @BeforeAll
    static void start() {
        cpo = CpoUnderTest.start(folder, "--ocn.cpo.sessions.party=DE/ALC");
        operator = AdminClient.of(cpo);
        SiteUnderTest.tariff(operator, "ENERGY-40", "0.40");
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    @Test
    void aChargeIsSeenFromItsPlugToItsCdrAndEveryEventLeadsToItsMessage() throws IOException {
        cpo.knowsWorking("STREET-1");
        cpo.knowsToken("CARD-1");
        SiteUnderTest.at(operator, "STREET-1", "ENERGY-40");
        try (Browser browser = Browser.start();
                RawStation station = RawStation.connect(cpo, "STREET-1", "ocpp1.6")) {
            arrives(browser);
            until(browser, ".evse", "unknown");

            station.asks(
                    "StatusNotification",
                    "{'connectorId':1,'status':'Available','errorCode':'NoError'}");
            until(browser, ".evse", "available");

            int transaction = begins(station);
            meters(station, transaction, 7_345);
            until(browser, ".evse", "charging");
            until(browser, ".evse .figure", "7.345 kWh · 3.5256 EUR");
            pictures(browser, "now");

            turn(browser, "#sessions");
            browser.click("#list button");
            until(browser, "#facts", "ENERGY-40");
            until(browser, "#events", "The meter shows 7.345 kWh");
            pictures(browser, "session");
            browser.click("#events button");
            until(browser, "#messages", "StartTransaction");
            pictures(browser, "messages");

            station.asks(
                    "StopTransaction",
                    "{'transactionId':%d,'meterStop':8000,'timestamp':'%s','reason':'Local'}"
                            .formatted(transaction, now()));
            turn(browser, "#sessions");
            until(browser, "#cdrs", "8.000 kWh");
            until(browser, "#cdrs", "3.84 EUR");
            assertThat(browser.complaints()).allMatch(line -> line.contains(" 401 "));
        }
    }

    @Test
    void aPageAtAnotherPortOfThisHostIsSentTheCookieAndDoesNothingWithIt() throws Exception {
        String base = "http://127.0.0.1:" + cpo.adminPort();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String cookie =
                    send(http, base + "/admin/login", "{\"key\":\"" + cpo.adminKey() + "\"}", "")
                            .headers()
                            .firstValue("Set-Cookie")
                            .orElseThrow();
            String ticket = cookie.split(";", 2)[0];

            String word = word(http, base, ticket);
            assertThat(
                            send(
                                            http,
                                            base + "/admin/stuck/again?purpose=x",
                                            "",
                                            ticket,
                                            "X-Cpo-Word",
                                            word)
                                    .statusCode())
                    .isEqualTo(404);
            assertThat(
                            send(
                                            http,
                                            base + "/admin/stuck/again?purpose=x",
                                            "",
                                            ticket,
                                            "X-Cpo-Word",
                                            word,
                                            "Origin",
                                            "http://127.0.0.1:1")
                                    .statusCode())
                    .isEqualTo(401);
            assertThat(
                            send(http, base + "/admin/stuck/again?purpose=x", "", ticket + "0")
                                    .statusCode())
                    .isEqualTo(401);
        }
    }

    private static String word(HttpClient http, String base, String ticket)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/admin/me"))
                        .header("Cookie", ticket)
                        .build();
        return JsonMapper.shared()
                .readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .path("word")
                .asString();
    }

    @Test
    void aChangeIsToldToWhoeverLooksInTheMomentItHappens() throws Exception {
        cpo.knowsWorking("STREET-2");
        SiteUnderTest.at(operator, "STREET-2", "ENERGY-40");
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + cpo.adminPort() + "/admin/live"))
                        .header("Authorization", "Bearer " + cpo.adminKey())
                        .build();
        try (HttpClient http = HttpClient.newHttpClient();
                Stream<String> lines =
                        http.send(request, HttpResponse.BodyHandlers.ofLines()).body();
                RawStation station = RawStation.connect(cpo, "STREET-2", "ocpp1.6")) {
            station.asks(
                    "StatusNotification",
                    "{'connectorId':1,'status':'Available','errorCode':'NoError'}");

            assertThat(lines.filter(line -> line.startsWith("data:")).findFirst())
                    .hasValue("data:L-STREET-2/E1");
        }
    }

    private static HttpResponse<String> send(
            HttpClient http, String url, String body, String cookie, String... more)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (more.length > 0) {
            request.headers(more);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aTariffIsTriedOutBeforeItIsSavedAndOneThatContradictsItselfIsRefusedWithItsRule()
            throws IOException {
        try (Browser browser = Browser.start()) {
            enter(browser, "#tariffs");
            until(browser, "#sheets", "ENERGY-40");
            browser.click("#imagine button");
            until(browser, "#price", "8.00 EUR without VAT, 9.52 EUR with VAT");
            until(browser, "#why", "energy 20.000 kWh at 0.4 EUR/kWh");
            pictures(browser, "tariffs");

            browser.clear("#tariff").type("#tariff", "{\"id\":\"T1\",\"currency\":\"EUR\"}");
            browser.click("#sheet button");
            until(browser, "#said", "elements");
            assertThat(operator.gets("/admin/tariffs/T1").status()).isEqualTo(404);
        }
    }

    private static void arrives(Browser browser) {
        browser.open("http://127.0.0.1:" + cpo.adminPort() + "/");
        until(browser, "#login", "operator's key");
        browser.type("#key", "wrong\n");
        until(browser, "#refused", "This is not the key");
        browser.type("#key", cpo.adminKey() + "\n");
    }

    private static void enter(Browser browser, String view) {
        turn(browser, view);
        until(browser, "#login", "operator's key");
        browser.type("#key", cpo.adminKey() + "\n");
    }

    private static void turn(Browser browser, String view) {
        browser.open("http://127.0.0.1:" + cpo.adminPort() + "/admin/" + view);
    }

    private static int begins(RawStation station) {
        return station.asks(
                        "StartTransaction",
                        "{'connectorId':1,'idTag':'CARD-1','meterStart':0,'timestamp':'%s'}"
                                .formatted(now()))
                .path("transactionId")
                .asInt();
    }

    private static void meters(RawStation station, int transaction, long register) {
        station.asks(
                "MeterValues",
                ("{'connectorId':1,'transactionId':%d,'meterValue':[{'timestamp':'%s',"
                                + "'sampledValue':[{'value':'%d','unit':'Wh'}]}]}")
                        .formatted(transaction, now(), register));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** For people, light and dark, wide and narrow; nothing sticks out on any. */
    private static void pictures(Browser browser, String name) throws IOException {
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        for (Screen screen : Screen.values()) {
            for (Shade shade : Shade.values()) {
                browser.look(screen, shade);
                assertThat(browser.fits()).as("%s, %s, %s", name, screen, shade).isTrue();
                browser.screenshot(
                        pictures.resolve("cpo-%s-%s-%s.png".formatted(name, screen, shade)));
            }
        }
        browser.look(Screen.DESKTOP, Shade.LIGHT);
    }

    private static void until(Browser browser, String selector, String text) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(browser.text(selector)).contains(text));
    }
}
