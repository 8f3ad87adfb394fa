package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.protocol.signing.SignedValues;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What an unmodified bridge of the first generation demands of its hub, demand by demand. */
class OldBridgeTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId CAROL = new PartyId("FR", "CAR");

    /** The operator's, who may sign for its parties. */
    private static final PrivateKey KEY = PrivateKey.parse("b2".repeat(32)).orElseThrow();

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;

    private final OldBridge alice = new OldBridge(KEY);
    private final OldBridge carol = new OldBridge(KEY);

    @BeforeAll
    static void startNode() {
        node = RunningNode.start(folder, ALICE, CAROL);
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @BeforeEach
    void nobodyIsThere() {
        node.forgetEverybody();
    }

    @AfterEach
    void stop() {
        alice.close();
        carol.close();
    }

    @Test
    void firstNodeInfoIsPlainJsonForAnybodyWithTheUrlOfTheRegistry() {
        Answer info = node.callWith("GET", "/ocn/registry/node-info", Map.of(), "");
        Answer listed = node.callWith("GET", "/ocn/registry/node/DE/ALC", Map.of(), "");

        assertThat(info.http()).isEqualTo(200);
        assertThat(info.body().member("status_code")).isEmpty();
        assertThat(info.body().textOf("url")).contains(node.url());
        assertThat(info.body().textOf("url")).isEqualTo(listed.body().textOf("url"));
        assertThat(info.body().textOf("address")).isEqualTo(listed.body().textOf("address"));
    }

    @Test
    void secondTheListOfVersionsHas22ForTheRawTokenA() {
        Answer versions = get("/ocpi/versions", "Token " + node.invite(ALICE));

        assertThat(versions.code()).isEqualTo("1000");
        assertThat(versions.body().text()).contains("\"version\":\"2.2\"");
    }

    @Test
    void thirdCredentialsAreListedAsSender() {
        String tokenA = "Token " + node.invite(ALICE);
        Answer details = get("/ocpi/2.2", tokenA);

        assertThat(details.body().text())
                .contains("{\"identifier\":\"credentials\",\"role\":\"SENDER\",\"url\":");
    }

    @Test
    void fourthTheBridgeIsCalledBackWithItsRawTokenWhileThePostIsOpen() {
        Answer answer = register(alice, ALICE);

        assertThat(answer.code()).isEqualTo("1000");
        assertThat(alice.asked())
                .as("what had been asked when the answer came")
                .filteredOn(
                        asked -> asked.header("Authorization").equals("Token " + OldBridge.TOKEN_B))
                .extracting(OldBridge.Asked::path)
                .contains("/ocpi/versions", "/ocpi/versions/2.2");
        assertThat(get("/ocpi/2.2/credentials", "Token " + answer.token()).code())
                .as("at its next start it asks whether it is still registered")
                .isEqualTo("1000");
    }

    @Test
    void fifthATokenWithoutTheWordTokenIsTaken() {
        String tokenC = register(alice, ALICE).token();
        register(carol, CAROL);

        Answer answer = ask("GET", "/ocpi/sender/2.2/locations", tokenC, "");

        assertThat(answer.code()).as(answer.message()).isEqualTo("1000");
        assertThat(last(carol).path()).isEqualTo("/ocpi/sender/2.2/locations");
    }

    @Test
    void sixthASessionMayBeFiledUnderThePartyThatReceivesIt() {
        String tokenC = register(alice, ALICE).token();
        register(carol, CAROL);
        String session = "{\"country_code\":\"DE\",\"party_id\":\"ALC\",\"id\":\"S1\",\"kwh\":1.0}";

        Answer answer = ask("PUT", "/ocpi/receiver/2.2/sessions/FR/CAR/S1", tokenC, session);

        assertThat(answer.code()).as(answer.message()).isEqualTo("1000");
        assertThat(last(carol).path()).isEqualTo("/ocpi/receiver/2.2/sessions/FR/CAR/S1");
        assertThat(last(carol).body()).isEqualTo(session);
    }

    @Test
    void seventhTheResultOfACommandMayHaveAnotherCorrelation() {
        String tokenC = register(alice, ALICE).token();
        String carolsToken = register(carol, CAROL).token();
        ask(
                "POST",
                "/ocpi/receiver/2.2/commands/START_SESSION",
                tokenC,
                "{\"response_url\":\"%s/ocpi/sender/2.2/commands/START_SESSION/7\",\"location_id\":\"L\"}"
                        .formatted(alice.url()));
        String given =
                ((Json.Obj) JsonReader.standard().read(last(carol).body()).orThrow())
                        .textOf("response_url")
                        .orElseThrow();
        Map<String, String> headers = headers(carolsToken, CAROL, ALICE, "quite-another");

        Answer answer =
                node.callWith(
                        "POST",
                        given.substring(node.url().length()),
                        headers,
                        "{\"result\":\"ACCEPTED\"}");

        assertThat(answer.code()).as(answer.message()).isEqualTo("1000");
        assertThat(last(alice).path()).isEqualTo("/ocpi/sender/2.2/commands/START_SESSION/7");
        assertThat(last(alice).header("X-correlation-id")).isEqualTo("quite-another");
    }

    @Test
    void eighthItIsNeverAskedForCredentialsNotEvenWhenItIsForgotten() {
        register(alice, ALICE);

        node.forgetEverybody();

        assertThat(node.platforms()).isZero();
        assertThat(alice.asked()).noneMatch(asked -> asked.path().contains("credentials"));
    }

    @Test
    void ninthWithSignaturesOnTheSignatureTravelsInHeaderAndBody() {
        alice.signs();
        carol.signs();
        String tokenC = register(alice, ALICE).token();
        register(carol, CAROL);
        Map<String, String> headers = headers(tokenC, ALICE, CAROL, "c-9");
        headers.put("OCN-Signature", signature("c-9"));

        Answer answer = node.callWith("GET", "/ocpi/sender/2.2/locations", headers, "");

        assertThat(answer.code()).as(answer.message()).isEqualTo("1000");
        assertThat(answer.body().textOf("ocn_signature")).isPresent();
        assertThat(last(carol).header("Ocn-signature")).isNotEmpty();
    }

    private static String signature(String correlation) {
        return new OcnSigner(KEY)
                .sign(
                        SignedValues.ofRequest(
                                correlation,
                                RoutingHeaders.of(ALICE, CAROL),
                                Map.of(),
                                Optional.empty()))
                .pack(Packing.BROTLI);
    }

    private static OldBridge.Asked last(OldBridge bridge) {
        List<OldBridge.Asked> asked = bridge.asked();
        return asked.getLast();
    }

    private static Answer get(String path, String authorization) {
        return node.callWith("GET", path, Map.of("Authorization", authorization), "");
    }

    private static Answer register(OldBridge bridge, PartyId party) {
        String body =
                ("{\"token\":\"%s\",\"url\":\"%s/ocpi/versions\",\"roles\":[{\"role\":\"CPO\","
                     + "\"business_details\":{\"name\":\"x\"},\"party_id\":\"%s\",\"country_code\":\"%s\"}]}")
                        .formatted(
                                OldBridge.TOKEN_B,
                                bridge.url(),
                                party.partyId(),
                                party.countryCode());
        return node.callWith(
                "POST",
                "/ocpi/2.2/credentials",
                Map.of(
                        "Authorization",
                        "Token " + node.invite(party),
                        "Content-Type",
                        "application/json"),
                body);
    }

    /** From Alice to Carol, as the bridge writes it: the token without the word before it. */
    private static Answer ask(String method, String path, String tokenC, String body) {
        return node.callWith(
                method, path, headers(tokenC, ALICE, CAROL, UUID.randomUUID().toString()), body);
    }

    private static Map<String, String> headers(
            String tokenC, PartyId from, PartyId to, String correlation) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", tokenC);
        headers.put("X-Request-ID", UUID.randomUUID().toString());
        headers.put("X-Correlation-ID", correlation);
        headers.put("OCPI-from-country-code", from.countryCode());
        headers.put("OCPI-from-party-id", from.partyId());
        headers.put("OCPI-to-country-code", to.countryCode());
        headers.put("OCPI-to-party-id", to.partyId());
        headers.put("Content-Type", "application/json");
        headers.put("TEST", "test");
        return headers;
    }
}
