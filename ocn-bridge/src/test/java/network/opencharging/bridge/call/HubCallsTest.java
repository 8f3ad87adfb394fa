package network.opencharging.bridge.call;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.RandomObjects;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.bridge.sign.Signings;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alice calls bob through a hub that answers as hubs do. */
class HubCallsTest {
    private static final Exchange TO_BOB =
            new Exchange(new PartyId("DE", "ALC"), new PartyId("NL", "BOB"), "corr-7");

    private final ScriptedHub hub = new ScriptedHub();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HubCalls alice =
            new HubCalls(
                    http,
                    hub.connection(),
                    () -> "req-1",
                    Duration.ofSeconds(20),
                    Signings.unsigned());
    private final List<Location> pulled = new ArrayList<>();

    @AfterEach
    void close() {
        http.close();
        hub.close();
    }

    @Test
    void aPullFollowsEveryLinkAndRemembersTheNewestTime() {
        hub.answers(200, link("/page/2?x=1"), page(location(1, "2026-05-01T00:00:00Z")))
                .answers(
                        200, link(hub.url() + "/page/3"), page(location(2, "2026-07-01T00:00:00Z")))
                .answers(200, page(location(3, "2026-06-01T00:00:00Z")));

        Answered<Pulled> answered = pull(Optional.of(Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(answered)
                .isInstanceOfSatisfying(
                        Answered.Success.class,
                        success ->
                                assertThat(success.value())
                                        .isEqualTo(
                                                new Pulled(
                                                        3,
                                                        List.of(),
                                                        Optional.of(
                                                                Instant.parse(
                                                                        "2026-07-01T00:00:00Z")))));
        assertThat(hub.asked)
                .extracting(ScriptedHub.Asked::target)
                .containsExactly(
                        "/SENDER/locations?date_from=2026-01-01T00%3A00%3A00Z",
                        "/page/2?x=1", "/page/3");
        assertThat(pulled)
                .extracting(Location::id)
                .containsExactly(CiString.of("l1"), CiString.of("l2"), CiString.of("l3"));
    }

    @Test
    void oneBadObjectDoesNotKeepTheOthersBack() {
        hub.answers(
                200, page(location(1, "2026-05-01T00:00:00Z"), Json.Obj.EMPTY.with("id", "bad")));

        Pulled result = success(pull(Optional.empty()));

        assertThat(result.handedOn()).isEqualTo(1);
        assertThat(result.unreadable())
                .singleElement()
                .satisfies(bad -> {
                    assertThat(bad.id()).isEqualTo("bad");
                    assertThat(bad.findings()).extracting(Finding::path).contains("$.country_code");
                });
    }

    @Test
    void aLinkToAForeignServerGetsNoToken() {
        try (ScriptedHub foreign = new ScriptedHub()) {
            hub.answers(200, link(foreign.url() + "/page/2"), page());

            Answered<Pulled> answered = pull(Optional.empty());

            assertThat(answered)
                    .isInstanceOfSatisfying(
                            Answered.NotOcpi.class,
                            wrong ->
                                    assertThat(wrong.why()).contains("is not a server of the hub"));
            assertThat(foreign.asked).isEmpty();
        }
    }

    @Test
    void aHubThatLinksInACircleIsNotFollowedForEver() {
        hub.answers(200, link("/page/2"), page()).answers(200, link("/page/2"), page());

        assertThat(pull(Optional.empty()))
                .isEqualTo(
                        new Answered.NotOcpi<>(200, "the next page is one that was there before"));
    }

    @Test
    void anOwnLocationIsPutUnderItsOwnerWithAllHeaders() {
        hub.answers(200, ScriptedHub.success("null"));
        Location location = Location.SHAPE.read(location(1, "2026-05-01T00:00:00Z")).orThrow();

        Answered<Done> answered =
                alice.put(TO_BOB, ModuleId.LOCATIONS, Location.SHAPE, location, "l 1/a");

        assertThat(success(answered)).isEqualTo(Done.DONE);
        ScriptedHub.Asked asked = hub.asked.getFirst();
        assertThat(asked.method() + " " + asked.target())
                .isEqualTo("PUT /RECEIVER/locations/DE/ALC/l%201%2Fa");
        assertThat(JsonReader.standard().read(asked.body()).orThrow()).isEqualTo(location.json());
        assertThat(asked.headers().get("Authorization")).contains("Token c2VjcmV0LW9mLWFsaWNl");
        assertThat(asked.headers().get("OCPI-to-party-id")).contains("BOB");
        assertThat(asked.headers().get("X-Correlation-ID")).contains("corr-7");
        assertThat(asked.headers().get("X-Request-ID")).contains("req-1");
    }

    @Test
    void anInvalidObjectIsNotSentAndTheFieldIsNamed() {
        Location location =
                Location.SHAPE.read(location(1, "2026-05-01T00:00:00Z")).orThrow().toBuilder()
                        .city("x".repeat(46))
                        .build();

        Answered<Done> answered =
                alice.put(TO_BOB, ModuleId.LOCATIONS, Location.SHAPE, location, "l1");

        assertThat(answered)
                .hasToString(
                        "Invalid[findings=[$.city: must have at most 45 characters and has 46]]");
        assertThat(hub.asked).isEmpty();
    }

    @Test
    void aCdrThatIsCreatedIsASuccessWithItsLocation() {
        hub.answers(
                201, Map.of("Location", "https://hub.example/cdrs/9"), ScriptedHub.success("null"));
        CDR cdr = CDR.SHAPE.read(RandomObjects.sparse(6).next(CDR.SHAPE)).orThrow();

        Answered<Done> answered = alice.post(TO_BOB, ModuleId.CDRS, CDR.SHAPE, cdr);

        assertThat(answered)
                .isInstanceOfSatisfying(
                        Answered.Success.class,
                        success ->
                                assertThat(success.headers().get("Location"))
                                        .contains("https://hub.example/cdrs/9"));
    }

    @Test
    void aRefusalKeepsItsCodeAndSentence() {
        hub.answers(
                200,
                "{\"status_code\":4001,\"status_message\":\"no such"
                        + " party\",\"timestamp\":\"2026-11-21T10:00:00Z\"}");

        assertThat(
                        alice.get(
                                TO_BOB,
                                ModuleId.LOCATIONS,
                                InterfaceRole.SENDER,
                                Location.SHAPE,
                                "l1"))
                .isEqualTo(
                        new Answered.Refused<>(
                                200, new OcpiStatus(4001), "no such party", Optional.empty()));
    }

    @Test
    void anErrorPageIsNotOcpi() {
        hub.answers(502, "<html>Bad gateway</html>");

        assertThat(alice.delete(TO_BOB, ModuleId.LOCATIONS, "l1"))
                .isEqualTo(
                        new Answered.NotOcpi<>(502, "the body is no envelope with a status_code"));
    }

    @Test
    void aSilentHubIsUnreachable() {
        assertThat(alice.delete(TO_BOB, ModuleId.LOCATIONS, "l1"))
                .isInstanceOf(Answered.Unreachable.class);
    }

    @Test
    void aModuleThatTheHubLacksIsNotOfferedAndNothingIsSent() {
        assertThat(alice.get(TO_BOB, ModuleId.TARIFFS, InterfaceRole.SENDER, Tariff.SHAPE, "t1"))
                .isEqualTo(new Answered.NotOffered<>(ModuleId.TARIFFS, InterfaceRole.SENDER));
        assertThat(hub.asked).isEmpty();
    }

    private Answered<Pulled> pull(Optional<Instant> since) {
        return alice.pull(TO_BOB, ModuleId.LOCATIONS, Location.SHAPE, since, pulled::add);
    }

    private static <T> T success(Answered<T> answered) {
        assertThat(answered).isInstanceOf(Answered.Success.class);
        return ((Answered.Success<T>) answered).value();
    }

    private static Map<String, String> link(String url) {
        return Map.of("Link", "<%s>; rel=\"next\"".formatted(url));
    }

    private static String page(Json... items) {
        return ScriptedHub.success(Json.array(List.of(items)).text());
    }

    private static Json.Obj location(int number, String lastUpdated) {
        return RandomObjects.sparse(number)
                .next(Location.SHAPE)
                .with("id", "l" + number)
                .with("last_updated", lastUpdated);
    }
}
