package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import network.opencharging.browser.Browser;
import network.opencharging.browser.Screen;
import network.opencharging.browser.Shade;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.protocol.signing.SignedValues;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The node's page in a real browser. */
class PageTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId BOB = new PartyId("NL", "BOB");
    private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">Bob's";
    private static final String BODY = "{\"kwh\":1}";
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir private static Path folder = Path.of("");
    private static final StubPlatform ALICES = new StubPlatform();
    private static final StubPlatform BOBS = new StubPlatform();
    private static RunningNode node;
    private static String token;
    private static Browser browser;

    @BeforeAll
    static void open() {
        node = RunningNode.start(folder, ALICE, BOB);
        BOBS.listEndpoints(
                "[{\"identifier\":\"credentials\",\"role\":\"RECEIVER\",\"url\":\"%1$s/ocpi/2.2.1/credentials\"},{\"identifier\":\"sessions\",\"role\":\"RECEIVER\",\"url\":\"%1$s/ocpi/2.2.1/sessions\"}]"
                        .formatted(BOBS.url()));
        token = register(ALICES, ALICE, "Alice's charge points");
        register(BOBS, BOB, HOSTILE);
        browser = Browser.start();
        signIn(browser, node);
    }

    private static void signIn(Browser browser, RunningNode at) {
        browser.open(at.url() + "/admin/");
        browser.type("[name=name]", "admin").type("[name=password]", RunningNode.ADMIN_KEY);
        browser.click("button");
        await().untilAsserted(() -> assertThat(browser.text("nav")).contains("Live"));
    }

    private static String register(StubPlatform platform, PartyId party, String name) {
        String credentials =
                platform.credentials(party).replace("\"Stub\"", Json.text(name).text());
        return node.call("POST", "/ocpi/2.2.1/credentials", node.invite(party), credentials)
                .token();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        node.close();
        ALICES.close();
        BOBS.close();
    }

    @BeforeEach
    void wide() {
        browser.look(Screen.DESKTOP, Shade.LIGHT).open("about:blank");
        browser.complaints();
    }

    @Test
    void whatPassesIsSeenAtOnceAndItsWayIsDrawn() {
        page("#live");
        await().until(() -> browser.text("#live-state").startsWith("Live"));

        send(BOB, "way-1", true);

        await().untilAsserted(() ->
                assertThat(browser.texts("#live tbody tr"))
                        .singleElement()
                        .asString()
                        .contains("DE/ALC", "NL/BOB", "PUT sessions", "1000", "signed"));
        browser.click("#live tbody a");
        await().untilAsserted(() ->
                assertThat(browser.texts("#steps .name"))
                        .containsExactly(
                                "Who sends",
                                "For whom",
                                "Signature",
                                "Rules",
                                "Next hop",
                                "Links",
                                "Answer",
                                "Signature of answer",
                                "Reply"));
        assertThat(browser.texts(".hop b")).containsExactly("DE/ALC", "This node", "NL/BOB");
        assertThat(browser.texts(".arrow")).first().asString().contains("signature good", "1000");
        assertThat(browser.text("#message-facts")).contains("way-1");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theStepThatRefusedIsShownInTheLogsSearch() {
        send(new PartyId("XX", "YYY"), "refused-1", false);
        page("#messages");
        await().until(() -> browser.count("#messages tbody tr") > 0);

        browser.type("[name=correlation_id]", "refused-1\n");

        await().untilAsserted(() ->
                assertThat(browser.texts("#messages tbody tr"))
                        .singleElement()
                        .asString()
                        .contains("ReceiverUnknown", "4001"));
        browser.click("#messages tbody a");
        await().untilAsserted(() ->
                assertThat(browser.texts("#steps .refused .name")).containsExactly("Next hop"));
        assertThat(browser.text(".hop.unreached")).contains("not reached");
        browser.open("about:blank");
        page("#messages");
        browser.type("[name=status]", "abc\n");
        await().untilAsserted(() ->
                assertThat(browser.text("#search-trouble")).contains("status must be"));
    }

    @Test
    void partiesAreShownWithTheirStateAndWhatTheyCallThemselvesIsOnlyText() {
        page("#parties");

        await().untilAsserted(() ->
                assertThat(browser.texts("#parties tbody tr"))
                        .anySatisfy(it -> assertThat(it).contains("NL/BOB", "connected", HOSTILE))
                        .anySatisfy(it ->
                                assertThat(it)
                                        .contains("NL/SOU", RunningNode.SOUTH.url().toString())));
        assertThat(browser.count("#parties img")).isZero();
        browser.type("#find-party input", "nl-sou\n");
        await().untilAsserted(() ->
                assertThat(browser.texts("#parties tbody tr"))
                        .allSatisfy(it -> assertThat(it).contains("NL/SOU")));
        assertThat(browser.run("return document.title"))
                .isEqualTo(Json.text("Open Charging Network node"));
    }

    @Test
    void hostileWordsOfAMessageAreOnlyTextToo() {
        String hostile = "<script>document.title='owned'</script>";
        node.callWith(
                "GET",
                "/ocpi/receiver/2.2.1/sessions/DE/ALC/S1",
                Map.of("Authorization", "Token nobody", "X-Correlation-ID", hostile),
                "");
        page("#messages");
        await().untilAsserted(() -> {
            browser.clear("[name=correlation_id]").type("[name=correlation_id]", hostile + "\n");
            assertThat(browser.texts("#messages tbody tr"))
                    .singleElement()
                    .asString()
                    .contains("UnknownToken");
        });
        browser.click("#messages tbody a");
        await().untilAsserted(() -> assertThat(browser.text("#message-facts")).contains(hostile));
        assertThat(browser.run("return document.title"))
                .isEqualTo(Json.text("Open Charging Network node"));
    }

    @Test
    void registryAndOtherNodesAreShown() {
        send(BOB, "counted", false);
        page("#nodes");

        await().untilAsserted(() -> {
            assertThat(browser.text("#tile-registry")).contains("Fresh", "3 parties, 2 nodes");
            assertThat(browser.text("#tile-parties")).contains("2 connected");
            assertThat(browser.text("#tile-traffic")).containsPattern("[1-9] messages?");
            assertThat(browser.texts("#nodes tbody tr"))
                    .anySatisfy(it -> assertThat(it).contains("south.example", "OPEN"))
                    .anySatisfy(it -> assertThat(it).contains("this node"));
        });
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void itFitsEveryScreenInLightAndDark(Screen screen) {
        send(BOB, "picture-1", true);
        send(new PartyId("XX", "YYY"), "picture-2", false);
        for (Shade shade : Shade.values()) {
            browser.look(screen, shade);
            for (String view : List.of("live", "messages", "parties", "nodes")) {
                page("#" + view);
                await().until(() -> browser.text("#tile-registry").contains("Fresh"));
                picture(screen, shade, view);
            }
            page("#messages");
            browser.type("[name=correlation_id]", "picture-1\n");
            await().until(() -> browser.count("#messages tbody tr") > 0);
            browser.run("document.querySelector('#messages tbody a').click()");
            await().until(() -> browser.count("#steps li") == 9);
            picture(screen, shade, "message");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private static void picture(Screen screen, Shade shade, String view) {
        assertThat(browser.fits()).as("%s on a %s", view, screen).isTrue();
        String name = (view + "-" + screen + "-" + shade).toLowerCase(java.util.Locale.ROOT);
        assertThat(browser.screenshot(PICTURES.resolve(name + ".png"))).isNotEmptyFile();
    }

    @Test
    void whoSignsOutSeesTheFormAndNothingElse() {
        page("#nodes");
        await().until(() -> browser.count("#sign-out") == 1);

        browser.click("#sign-out");

        await().until(() -> browser.address().contains("/admin/login"));
        assertThat(browser.count("[name=password]")).isEqualTo(1);
        signIn(browser, node);
    }

    @Test
    void nothingIsShownToWhoIsNotKnown() {
        for (String path :
                List.of(
                        "/admin/",
                        "/admin/page.js",
                        "/admin/live",
                        "/admin/overview",
                        "/admin/parties")) {
            assertThat(node.callWith("GET", path, Map.of(), "").http()).as(path).isEqualTo(401);
        }
    }

    /** In a browser of its own: cookies do not tell ports apart. */
    @Test
    void whoWatchesDoesNotKeepTheNodeFromEnding(@TempDir Path other) {
        RunningNode ending = RunningNode.start(other, ALICE);
        try (Browser watching = Browser.start()) {
            signIn(watching, ending);
            await().until(() -> watching.text("#live-state").startsWith("Live"));

            assertTimeout(Duration.ofSeconds(18), ending::close);
        }
    }

    private static void page(String view) {
        browser.open("about:blank").open(node.url() + "/admin/" + view);
    }

    private static void send(PartyId to, String correlation, boolean signed) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Token " + StubPlatform.base64(token));
        headers.put("X-Correlation-ID", correlation);
        headers.put("OCPI-from-country-code", ALICE.countryCode());
        headers.put("OCPI-from-party-id", ALICE.partyId());
        headers.put("OCPI-to-country-code", to.countryCode());
        headers.put("OCPI-to-party-id", to.partyId());
        if (signed) {
            headers.put("OCN-Signature", signature(to, correlation));
        }
        node.callWith("PUT", "/ocpi/receiver/2.2.1/sessions/DE/ALC/S1", headers, BODY);
    }

    /** The operator may sign for its party. */
    private static String signature(PartyId to, String correlation) {
        SignedValues values =
                SignedValues.ofRequest(
                        correlation,
                        new RoutingHeaders(ALICE, Optional.of(to)),
                        Map.of(),
                        Optional.of(JsonReader.standard().read(BODY).orThrow()));
        return new OcnSigner(PrivateKey.parse("b2".repeat(32)).orElseThrow())
                .sign(values)
                .pack(Packing.GZIP);
    }
}
