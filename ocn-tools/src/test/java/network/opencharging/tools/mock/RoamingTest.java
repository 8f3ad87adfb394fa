package network.opencharging.tools.mock;

import static network.opencharging.tools.mock.Cast.ALICE;
import static network.opencharging.tools.mock.Cast.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.shelf.ObjectKey;
import network.opencharging.tools.ocpi.Endpoints;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;

/** A session from the command that starts it to the CDR, and what else can be asked of a CPO. */
class RoamingTest {
    private static final String CARD = "04B0B0B0C0FFEE";

    private Cast cast;

    @BeforeEach
    void connect() throws IOException {
        cast = Cast.connected();
    }

    @AfterEach
    void close() {
        cast.close();
    }

    @Test
    void whenBobChargesTwelvePointTwoKilowattHoursHeReceivesACdrOfSixEuroTen() throws IOException {
        String session = started();

        assertThat(cast.alice.charge(BOB, session, new BigDecimal("7.0"))).isPresent();
        assertThat(cast.alice.charge(BOB, session, new BigDecimal("5.2"))).isPresent();
        cast.bob.stopSession(ALICE, "stop-1", session);

        JsonNode cdr =
                await().until(
                                () ->
                                        cast.bob
                                                .received()
                                                .cdrs()
                                                .find(new ObjectKey(ALICE, "CDR-" + session)),
                                Optional::isPresent)
                        .orElseThrow();
        assertThat(result("stop-1")).isEqualTo("ACCEPTED");
        assertThat(cdr.path("total_cost").path("excl_vat").decimalValue()).isEqualTo("6.10");
        assertThat(cdr.path("total_cost").path("incl_vat").decimalValue()).isEqualTo("7.26");
        assertThat(cdr.path("total_energy").decimalValue()).isEqualTo("12.2");
        assertThat(cdr.path("charging_periods")).hasSize(2);
        assertThat(cdr.path("cdr_token").path("uid").asString()).isEqualTo(CARD);
        JsonNode told =
                cast.bob.received().sessions().find(new ObjectKey(ALICE, session)).orElseThrow();
        assertThat(told.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(told.path("charging_periods")).hasSize(2);
    }

    @Test
    void theCdrCanBeReadAgainWhereTheAnswerSaid() throws IOException {
        String session = started();
        cast.bob.stopSession(ALICE, "stop-1", session);

        URI location = await().until(this::locationOfTheCdr, Optional::isPresent).orElseThrow();
        Reply read = cast.alice.platform().caller().send(Call.get(location, BOB));

        assertThat(read.data().orElseThrow().path("id").asString()).isEqualTo("CDR-" + session);
    }

    @Test
    void anEvseThatIsTakenIsToldInTheResult() throws IOException {
        started();

        Reply reply = cast.bob.startSession(ALICE, "start-2", CARD, "LOC1", "LOC1-E1");

        assertThat(reply.data().orElseThrow().path("result").asString()).isEqualTo("ACCEPTED");
        assertThat(result("start-2")).isEqualTo("EVSE_OCCUPIED");
    }

    @Test
    void aReservedEvseIsForItsHolderUntilTheReservationIsCancelled() throws IOException {
        command("RESERVE_NOW", "reserve-1", place().put("reservation_id", "R1"));
        assertThat(result("reserve-1")).isEqualTo("ACCEPTED");

        ObjectNode other = place();
        other.set("token", cast.bob.tokens().find("BOB-APP-1").orElseThrow());
        command("START_SESSION", "start-1", other);
        assertThat(result("start-1")).isEqualTo("EVSE_OCCUPIED");

        command("CANCEL_RESERVATION", "cancel-1", JsonText.object("{\"reservation_id\":\"R1\"}"));
        assertThat(result("cancel-1")).isEqualTo("ACCEPTED");
        command("CANCEL_RESERVATION", "cancel-2", JsonText.object("{\"reservation_id\":\"R1\"}"));
        assertThat(result("cancel-2")).isEqualTo("UNKNOWN_RESERVATION");
        command("START_SESSION", "start-2", other);
        assertThat(result("start-2")).isEqualTo("ACCEPTED");
    }

    @ParameterizedTest
    @CsvSource({
        "START_SESSION, '{\"location_id\":\"NOWHERE\",\"token\":{}}', 1000, REJECTED",
        "START_SESSION, '{\"location_id\":\"LOC1\"}', 2001, ''",
        "STOP_SESSION, '{\"session_id\":\"none\"}', 1000, UNKNOWN_SESSION",
        "STOP_SESSION, '{}', 2001, ''",
        "UNLOCK_CONNECTOR,"
            + " '{\"location_id\":\"LOC1\",\"evse_uid\":\"LOC1-E1\",\"connector_id\":\"1\"}', 1000,"
            + " ACCEPTED",
        "UNLOCK_CONNECTOR, '{\"location_id\":\"LOC1\",\"evse_uid\":\"X\",\"connector_id\":\"1\"}',"
                + " 1000, REJECTED",
        "FLY, '{}', 2001, ''"
    })
    void commandsAreAnswered(String name, String body, int ocpi, String result) throws IOException {
        Reply reply = command(name, "any", JsonText.object(body));

        assertThat(reply.envelope().orElseThrow().status().code()).isEqualTo(ocpi);
        assertThat(reply.data().map(data -> data.path("result").asString()).orElse(""))
                .isEqualTo(result);
    }

    @Test
    void aCommandWithoutAResponseUrlIsRefused() throws IOException {
        Reply reply = cast.bob.command(ALICE, "STOP_SESSION", JsonText.object());

        assertThat(reply.envelope().orElseThrow().status().code()).isEqualTo(2001);
        assertThat(reply.envelope().orElseThrow().message().orElseThrow()).contains("response_url");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"profile_type\":\"FAST\"}', ACCEPTED",
        "'{\"profile_type\":\"CHEAP\"}', DEPARTURE_REQUIRED",
        "'{\"profile_type\":\"GREEN\",\"departure_time\":\"2026-06-01T18:00:00Z\"}',"
                + " ENERGY_NEED_REQUIRED",
        "'{\"profile_type\":\"GREEN\",\"departure_time\":\"2026-06-01T18:00:00Z\",\"energy_need\":20}',"
            + " ACCEPTED"
    })
    void driversMayHavePreferences(String preferences, String judgement) throws IOException {
        String suffix = "/" + started() + "/charging_preferences";

        Reply reply =
                bob("PUT", ModuleId.SESSIONS, InterfaceRole.SENDER, suffix)
                        .apply(JsonText.object(preferences));

        assertThat(reply.data().orElseThrow().asString()).isEqualTo(judgement);
    }

    @Test
    void aChargingProfileIsSetAndTold() throws IOException {
        String session = started();

        assertThat(setProfile(session)).isEqualTo("ACCEPTED");

        assertThat(result("set-1")).isEqualTo("ACCEPTED");
        await().until(
                        () -> cast.bob.received().callbacks().activeProfile(session),
                        Optional::isPresent);
    }

    @Test
    void aChargingProfileIsAskedForAndCleared() throws IOException {
        String session = started();
        assertThat(setProfile(session)).isEqualTo("ACCEPTED");
        assertThat(result("set-1")).isEqualTo("ACCEPTED");

        profile("GET", session, "?duration=3600&response_url=" + profileUrl("get-1"));
        assertThat(result("get-1")).isEqualTo("ACCEPTED");
        assertThat(
                        cast.bob
                                .received()
                                .callbacks()
                                .result("get-1")
                                .orElseThrow()
                                .at("/profile/charging_profile/charging_profile_period/0/limit")
                                .intValue())
                .isEqualTo(11000);

        profile("DELETE", session, "?response_url=" + profileUrl("clear-1"));
        assertThat(result("clear-1")).isEqualTo("ACCEPTED");
    }

    private String setProfile(String session) throws IOException {
        ObjectNode wish =
                JsonText.object(
                        """
                        {"charging_profile":{"charging_rate_unit":"W",
                          "charging_profile_period":[{"start_period":0,"limit":11000}]}}
                        """);
        wish.put("response_url", profileUrl("set-1"));
        return bob("PUT", ModuleId.CHARGING_PROFILES, InterfaceRole.RECEIVER, "/" + session)
                .apply(wish)
                .data()
                .orElseThrow()
                .path("result")
                .asString();
    }

    private void profile(String method, String session, String query) throws IOException {
        cast.bob
                .platform()
                .caller()
                .send(
                        Call.of(
                                method,
                                ModuleId.CHARGING_PROFILES,
                                InterfaceRole.RECEIVER,
                                "/" + session + query,
                                ALICE));
    }

    private String profileUrl(String requestId) {
        return cast.bob.platform().layout().of(ModuleId.CHARGING_PROFILES, InterfaceRole.SENDER)
                + "/"
                + requestId;
    }

    @Test
    void theHubTellsWhoIsConnectedWithoutRoutingHeaders() throws IOException {
        URI clientInfo =
                URI.create(
                        cast.bob
                                        .platform()
                                        .layout()
                                        .of(ModuleId.HUB_CLIENT_INFO, InterfaceRole.RECEIVER)
                                + "/DE/ALC");
        String token = cast.alice.platform().connection().peer().orElseThrow().token();
        String body = "{\"party_id\":\"ALC\",\"country_code\":\"DE\",\"status\":\"CONNECTED\"}";

        Reply put = cast.alice.platform().caller().configure("PUT", clientInfo, token, body);
        Reply get = cast.alice.platform().caller().configure("GET", clientInfo, token, "");

        assertThat(put.answer().status()).isEqualTo(201);
        assertThat(get.data().orElseThrow().path("status").asString()).isEqualTo("CONNECTED");
    }

    private String started() throws IOException {
        Reply reply = cast.bob.startSession(ALICE, "start-1", CARD, "LOC1", "LOC1-E1");
        assertThat(reply.data().orElseThrow().path("result").asString()).isEqualTo("ACCEPTED");
        assertThat(result("start-1")).isEqualTo("ACCEPTED");
        await().until(() -> !cast.bob.received().sessions().all().isEmpty());
        return cast.bob.received().sessions().all().getFirst().path("id").asString();
    }

    private String result(String requestId) {
        return await().until(
                        () -> cast.bob.received().callbacks().result(requestId),
                        Optional::isPresent)
                .orElseThrow()
                .path("result")
                .asString();
    }

    private Optional<URI> locationOfTheCdr() {
        return cast.alice.platform().log().all().stream()
                .filter(exchange -> exchange.direction() == Exchange.Direction.SENT)
                .filter(exchange -> exchange.request().line().endsWith("/cdrs"))
                .findFirst()
                .flatMap(exchange -> exchange.answer().headers().get("Location"))
                .flatMap(Endpoints::address);
    }

    private ObjectNode place() {
        ObjectNode place = JsonText.object("{\"location_id\":\"LOC1\",\"evse_uid\":\"LOC1-E1\"}");
        place.set("token", cast.bob.tokens().find(CARD).orElseThrow());
        return place;
    }

    private Reply command(String name, String requestId, ObjectNode command) throws IOException {
        command.put("response_url", cast.bob.responseUrl(requestId));
        return cast.bob.command(ALICE, name, command);
    }

    private interface Sending {
        Reply apply(ObjectNode body) throws IOException;
    }

    private Sending bob(String method, ModuleId module, InterfaceRole role, String suffix) {
        return body ->
                cast.bob
                        .platform()
                        .caller()
                        .send(Call.of(method, module, role, suffix, ALICE).with(body));
    }
}
