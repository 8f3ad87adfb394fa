package network.opencharging.bridge.call;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.deliver.HubPost;
import network.opencharging.bridge.deliver.Parcel;
import network.opencharging.bridge.model.v221.ActiveChargingProfile;
import network.opencharging.bridge.model.v221.ChargingPreferences;
import network.opencharging.bridge.model.v221.ChargingPreferencesResponse;
import network.opencharging.bridge.model.v221.ChargingProfile;
import network.opencharging.bridge.model.v221.ChargingProfileResponse;
import network.opencharging.bridge.model.v221.ChargingProfileResponseType;
import network.opencharging.bridge.model.v221.ChargingRateUnit;
import network.opencharging.bridge.model.v221.ProfileType;
import network.opencharging.bridge.model.v221.SetChargingProfile;
import network.opencharging.bridge.sign.Signings;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What who manages a Session's charging asks, as it is on the wire. */
class ProfileCallsTest {
    private static final URI RESULT = URI.create("https://alice.example/r/7?a=b");
    private static final Exchange EXCHANGE =
            new Exchange(new PartyId("NL", "BOB"), new PartyId("DE", "ALC"), "corr");

    private final ScriptedHub hub = new ScriptedHub();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        hub.close();
        http.close();
    }

    @Test
    void aProfileIsSetWithTheUrlOfItsResultInTheBody() {
        hub.answers(200, accepted());

        Answered<ChargingProfileResponse> answered =
                calls().follow(
                                EXCHANGE,
                                "s/1",
                                SetChargingProfile.builder()
                                        .chargingProfile(profile())
                                        .responseUrl(RESULT.toString())
                                        .build());

        assertThat(answered)
                .isInstanceOfSatisfying(
                        Answered.Success.class,
                        success ->
                                assertThat(((ChargingProfileResponse) success.value()).result())
                                        .isEqualTo(ChargingProfileResponseType.ACCEPTED));
        assertThat(hub.asked.getFirst().method()).isEqualTo("PUT");
        assertThat(hub.targets()).containsExactly("/RECEIVER/chargingprofiles/s%2F1");
        assertThat(hub.asked.getFirst().body())
                .contains("\"charging_rate_unit\":\"A\"", RESULT.toString());
    }

    @Test
    void aProfileIsClearedAndAskedForWithTheUrlInTheQuery() {
        hub.answers(200, accepted()).answers(200, accepted());

        calls().clear(EXCHANGE, "s1", RESULT);
        calls().tell(EXCHANGE, "s1", Duration.ofMinutes(5), RESULT);

        String url = "https%3A%2F%2Falice.example%2Fr%2F7%3Fa%3Db";
        assertThat(hub.asked)
                .extracting(ScriptedHub.Asked::method)
                .containsExactly("DELETE", "GET");
        assertThat(hub.targets())
                .containsExactly(
                        "/RECEIVER/chargingprofiles/s1?response_url=" + url,
                        "/RECEIVER/chargingprofiles/s1?duration=300&response_url=" + url);
    }

    @Test
    void preferencesGoToTheSessionAndTheWordComesBack() {
        hub.answers(200, ScriptedHub.success("\"DEPARTURE_REQUIRED\""));

        Answered<ChargingPreferencesResponse> answered =
                calls().prefer(
                                EXCHANGE,
                                "s1",
                                ChargingPreferences.builder()
                                        .profileType(ProfileType.CHEAP)
                                        .build());

        assertThat(answered)
                .isInstanceOfSatisfying(
                        Answered.Success.class,
                        success ->
                                assertThat(success.value())
                                        .isEqualTo(ChargingPreferencesResponse.DEPARTURE_REQUIRED));
        assertThat(hub.targets()).containsExactly("/SENDER/sessions/s1/charging_preferences");
    }

    @Test
    void aWordThatIsNoneIsNotOcpi() {
        hub.answers(200, ScriptedHub.success("{}"));

        assertThat(
                        calls().prefer(
                                        EXCHANGE,
                                        "s1",
                                        ChargingPreferences.builder()
                                                .profileType(ProfileType.FAST)
                                                .build()))
                .isInstanceOf(Answered.NotOcpi.class);
    }

    @Test
    void whichProfileIsFollowedIsPushedToTheSenderSide() {
        hub.answers(200, ScriptedHub.success("null"));
        Json active =
                ActiveChargingProfile.builder()
                        .startDateTime(Instant.parse("2026-11-21T10:00:00Z"))
                        .chargingProfile(profile())
                        .build()
                        .json();

        var parcel =
                new Parcel(
                        EXCHANGE.to(),
                        EXCHANGE.from(),
                        "corr",
                        new Parcel.Label(ModuleId.CHARGING_PROFILES, "s1"),
                        new Parcel.Letter(HttpMethod.PUT, "s1", active.text()),
                        Optional.empty());
        new HubPost(() -> Optional.of(hubCalls())).carry(parcel);

        assertThat(hub.targets()).containsExactly("/SENDER/chargingprofiles/s1");
    }

    private ProfileCalls calls() {
        return hubCalls().profiles();
    }

    private HubCalls hubCalls() {
        return new HubCalls(
                http, hub.connection(), () -> "id", Duration.ofSeconds(20), Signings.unsigned());
    }

    private static ChargingProfile profile() {
        return ChargingProfile.builder()
                .chargingRateUnit(ChargingRateUnit.A)
                .chargingProfilePeriod(List.of())
                .build();
    }

    private static String accepted() {
        return ScriptedHub.success("{\"result\":\"ACCEPTED\",\"timeout\":30}");
    }
}
