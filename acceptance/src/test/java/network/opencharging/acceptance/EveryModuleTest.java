package network.opencharging.acceptance;

import static network.opencharging.protocol.route.InterfaceRole.RECEIVER;
import static network.opencharging.protocol.route.InterfaceRole.SENDER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.util.Objects.requireNonNull;

import network.opencharging.acceptance.dsl.Fixtures;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.Pair;
import network.opencharging.acceptance.dsl.Talk;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every functional module in both directions, at one node and across two, signed and unsigned: two
 * real node processes, a real chain, and every rewrite on the way.
 */
class EveryModuleTest {
    private static @Nullable Network signed;
    private static @Nullable Network unsigned;

    @BeforeAll
    static void open() throws Exception {
        signed = Network.signed();
        unsigned = Network.unsigned();
    }

    @AfterAll
    static void close() {
        if (unsigned != null) {
            unsigned.close();
        }
        if (signed != null) {
            signed.close();
        }
    }

    static Stream<Pair> pairs() {
        return Stream.concat(
                pairs("unsigned", requireNonNull(unsigned)),
                pairs("signed", requireNonNull(signed)));
    }

    private static Stream<Pair> pairs(String words, Network network) {
        return Stream.of(
                new Pair("local, " + words, network.alice(), network.carol(), network.isSigned()),
                new Pair("remote, " + words, network.alice(), network.bob(), network.isSigned()));
    }

    private static Talk toCpo(Pair pair) {
        return new Talk(pair.emsp().platform(), pair.cpo().platform(), pair.signed());
    }

    private static Talk toEmsp(Pair pair) {
        return new Talk(pair.cpo().platform(), pair.emsp().platform(), pair.signed());
    }

    private static String owner(Pair pair) {
        var party = pair.emsp().platform().settings().identity().party();
        return "/" + party.countryCode() + "/" + party.partyId();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theEmspReadsWhatTheCpoOwns(Pair pair) throws Exception {
        Talk talk = toCpo(pair);
        JsonNode locations = talk.ask("GET", ModuleId.LOCATIONS, SENDER, "?limit=50");
        assertThat(locations).hasSize(5);
        String id = locations.path(0).path("id").asString();
        String evse = locations.path(0).at("/evses/0/uid").asString();
        assertThat(talk.ask("GET", ModuleId.LOCATIONS, SENDER, "/" + id).path("id").asString())
                .isEqualTo(id);
        assertThat(talk.ask("GET", ModuleId.LOCATIONS, SENDER, "/" + id + "/" + evse)).isNotEmpty();
        assertThat(talk.ask("GET", ModuleId.LOCATIONS, SENDER, "/" + id + "/" + evse + "/1"))
                .isNotEmpty();
        assertThat(talk.ask("GET", ModuleId.TARIFFS, SENDER, "")).isNotEmpty();
        talk.ask("GET", ModuleId.SESSIONS, SENDER, "?date_from=2026-01-01T00:00:00Z");
        talk.ask("GET", ModuleId.CDRS, SENDER, "?date_from=2026-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aListIsFollowedPageByPageOverSealedLinks(Pair pair) throws Exception {
        Talk talk = toCpo(pair);
        Reply page =
                talk.must(
                        Call.of(
                                "GET",
                                ModuleId.LOCATIONS,
                                SENDER,
                                "?limit=2&offset=0",
                                pair.cpo().platform().settings().identity().party()));
        int seen = Talk.data(page).size();
        while (page.next().isPresent()) {
            URI next = page.next().get();
            assertThat(next.getPath()).startsWith("/ocpi/sender/2.2.1/locations/page/");
            page = talk.follow(next);
            seen += Talk.data(page).size();
        }
        assertThat(seen).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theEmspPushesAndBlocksATokenAndTheCpoReadsAndAsks(Pair pair) throws Exception {
        ObjectNode token = firstToken(pair);
        String uid = token.path("uid").asString();
        String path = owner(pair) + "/" + uid + "?type=RFID";
        Talk push = toCpo(pair);
        push.tell("PUT", ModuleId.TOKENS, RECEIVER, path, token);
        push.tell("PATCH", ModuleId.TOKENS, RECEIVER, path, Talk.patch("language", "de"));
        assertThat(push.ask("GET", ModuleId.TOKENS, RECEIVER, path).path("language").asString())
                .isEqualTo("de");
        Talk pull = toEmsp(pair);
        assertThat(pull.ask("GET", ModuleId.TOKENS, SENDER, "?limit=10")).isNotEmpty();
        Reply allowed =
                pull.tell(
                        "POST",
                        ModuleId.TOKENS,
                        SENDER,
                        "/" + uid + "/authorize?type=RFID",
                        JsonText.object().put("location_id", "LOC1"));
        assertThat(Talk.data(allowed).path("allowed").asString()).isEqualTo("ALLOWED");
    }

    private static ObjectNode firstToken(Pair pair) {
        return pair.emsp().tokens().all().stream()
                .filter(token -> token.path("type").asString().equals("RFID"))
                .filter(token -> token.path("valid").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theCpoPushesLocationsAndTariffs(Pair pair) throws Exception {
        Talk talk = toEmsp(pair);
        ObjectNode location = pair.cpo().stock().locations().find("LOC1").orElseThrow();
        String path = "/DE/ALC/LOC1";
        String evse = location.at("/evses/0/uid").asString();
        talk.tell("PUT", ModuleId.LOCATIONS, RECEIVER, path, location);
        talk.tell("PATCH", ModuleId.LOCATIONS, RECEIVER, path, Talk.patch("name", "Old harbour"));
        String below = path + "/" + evse;
        talk.tell("PUT", ModuleId.LOCATIONS, RECEIVER, below, location.at("/evses/0"));
        talk.tell("PATCH", ModuleId.LOCATIONS, RECEIVER, below, Talk.patch("status", "CHARGING"));
        JsonNode connector = location.at("/evses/0/connectors/0");
        talk.tell("PUT", ModuleId.LOCATIONS, RECEIVER, below + "/1", connector);
        assertThat(talk.ask("GET", ModuleId.LOCATIONS, RECEIVER, path).path("name").asString())
                .isEqualTo("Old harbour");
        ObjectNode tariff = pair.cpo().stock().tariffs().all().getFirst();
        String tariffPath = "/DE/ALC/" + tariff.path("id").asString();
        talk.tell("PUT", ModuleId.TARIFFS, RECEIVER, tariffPath, tariff);
        talk.ask("GET", ModuleId.TARIFFS, RECEIVER, tariffPath);
        talk.ask("DELETE", ModuleId.TARIFFS, RECEIVER, tariffPath);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aSessionRoamsFromStartToCdr(Pair pair) throws Exception {
        Talk talk = toCpo(pair);
        String session = started(pair, talk, "LOC1");
        JsonNode preferences = JsonText.object().put("profile_type", "FAST");
        talk.tell(
                "PUT",
                ModuleId.SESSIONS,
                SENDER,
                "/" + session + "/charging_preferences",
                preferences);
        assertThat(
                        pair.cpo()
                                .charge(
                                        pair.emsp().platform().settings().identity().party(),
                                        session,
                                        new BigDecimal("12.5"))
                                .orElseThrow()
                                .isSuccess())
                .isTrue();
        Talk back = toEmsp(pair);
        assertThat(
                        back.ask("GET", ModuleId.SESSIONS, RECEIVER, "/DE/ALC/" + session)
                                .path("kwh")
                                .decimalValue())
                .isEqualByComparingTo("12.5");
        command(pair, talk, "STOP_SESSION", JsonText.object().put("session_id", session));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> pair.emsp().received().cdrs().all().size() > 0);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aCdrIsPostedAndReadAgainAtItsSealedLocation(Pair pair) throws Exception {
        Talk talk = toEmsp(pair);
        Reply posted =
                talk.tell("POST", ModuleId.CDRS, RECEIVER, "", Fixtures.cdr(pair.emsp(), "CDR-7"));
        URI location = posted.location().orElseThrow();
        assertThat(location.getPath()).startsWith("/ocpi/receiver/2.2.1/cdrs/");
        assertThat(Talk.data(talk.follow(location)).path("total_cost").path("excl_vat").toString())
                .as("the number as it was written")
                .isEqualTo("10.00");
        assertThat(Talk.data(talk.follow(location)).path("id").asString()).isEqualTo("CDR-7");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyCommandIsAnsweredAndItsResultComesBack(Pair pair) throws Exception {
        Talk talk = toCpo(pair);
        ObjectNode token = firstToken(pair);
        ObjectNode reserve =
                JsonText.object()
                        .put("expiry_date", "2099-01-01T00:00:00Z")
                        .put("reservation_id", "R-" + pair.words().hashCode())
                        .put("location_id", "LOC2");
        reserve.set("token", token);
        command(pair, talk, "RESERVE_NOW", reserve);
        command(
                pair,
                talk,
                "CANCEL_RESERVATION",
                JsonText.object().put("reservation_id", "R-" + pair.words().hashCode()));
        ObjectNode unlock =
                JsonText.object()
                        .put("location_id", "LOC3")
                        .put("evse_uid", "LOC3-E1")
                        .put("connector_id", "1");
        command(pair, talk, "UNLOCK_CONNECTOR", unlock);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aChargingProfileIsSetReadAndCleared(Pair pair) throws Exception {
        Talk talk = toCpo(pair);
        String session = started(pair, talk, "LOC4");
        for (String method : List.of("PUT", "GET", "DELETE")) {
            String id = method + "-" + session;
            String url = pair.emsp().responseUrl(id).replace("commands", "chargingprofiles");
            if (method.equals("PUT")) {
                talk.tell(
                        "PUT",
                        ModuleId.CHARGING_PROFILES,
                        RECEIVER,
                        "/" + session,
                        Fixtures.profile(url));
            } else {
                String query =
                        method.equals("GET") ? "?duration=900&response_url=" : "?response_url=";
                talk.ask(method, ModuleId.CHARGING_PROFILES, RECEIVER, "/" + session + query + url);
            }
            awaitCallback(pair, id);
        }
        command(pair, talk, "STOP_SESSION", JsonText.object().put("session_id", session));
    }

    private static String started(Pair pair, Talk talk, String locationId) throws Exception {
        ObjectNode wish = JsonText.object().put("location_id", locationId);
        wish.set("token", firstToken(pair));
        int before = pair.emsp().received().sessions().all().size();
        command(pair, talk, "START_SESSION", wish);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> pair.emsp().received().sessions().all().size() > before);
        return pair.emsp().received().sessions().all().getLast().path("id").asString();
    }

    private static void command(Pair pair, Talk talk, String name, ObjectNode command)
            throws Exception {
        String id = name + "-" + System.nanoTime();
        command.put("response_url", pair.emsp().responseUrl(id));
        Reply reply = talk.tell("POST", ModuleId.COMMANDS, RECEIVER, "/" + name, command);
        assertThat(Talk.data(reply).path("result").asString()).as(name).isEqualTo("ACCEPTED");
        awaitCallback(pair, id);
    }

    private static void awaitCallback(Pair pair, String id) {
        await().atMost(Duration.ofSeconds(20))
                .alias("the result of " + id)
                .until(() -> pair.emsp().received().callbacks().result(id).isPresent());
    }
}
