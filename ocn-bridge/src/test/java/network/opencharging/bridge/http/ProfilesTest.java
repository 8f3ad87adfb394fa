package network.opencharging.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.ChargingProfileHandler;
import network.opencharging.bridge.backoffice.ChargingProfileListener;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.ActiveChargingProfile;
import network.opencharging.bridge.model.v221.ActiveChargingProfileResult;
import network.opencharging.bridge.model.v221.ChargingPreferencesResponse;
import network.opencharging.bridge.model.v221.ChargingProfileResponseType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Charging profiles and preferences, from both sides. */
class ProfilesTest {
    private static final String PATH = "receiver/2.2.1/chargingprofiles/s-1";
    private static final String PROFILE =
            "{\"charging_rate_unit\":\"A\",\"charging_profile_period\":[{\"start_period\":0,\"limit\":16.0}]}";
    private static final String SET =
            "{\"charging_profile\":%s,\"response_url\":\"https://hub.example/r/1\"}"
                    .formatted(PROFILE);

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void aProfileThatIsToBeFollowedWaitsForItsResult() {
        try (Bridge bridge = accepting();
                Partner bob = bridge.bob()) {
            Partner.Answer answer = bob.send("PUT", PATH, SET);

            assertThat(answer.data().text()).contains("\"ACCEPTED\"", "\"timeout\":30");
            assertThat(bridge.book.waiting)
                    .hasEntrySatisfying(
                            "c-1",
                            waiting -> {
                                assertThat(waiting.what().name()).isEqualTo("SET");
                                assertThat(waiting.responseUrl())
                                        .hasToString("https://hub.example/r/1");
                            });
            assertThat(bridge.book.deadlines)
                    .containsEntry("c-1", Instant.parse("2026-11-21T10:00:30Z"));
            assertThat(heard).singleElement().asString().contains("s-1", "Follow");
        }
    }

    @Test
    void clearingAndTellingNameTheirUrlInTheQuery() {
        try (Bridge bridge = accepting();
                Partner bob = bridge.bob()) {
            String url = "response_url=https%3A%2F%2Fhub.example%2Fr%2F2";

            assertThat(bob.send("DELETE", PATH + "?" + url, "").code()).isEqualTo(1000);
            assertThat(bob.get(PATH + "?duration=60&" + url).code()).isEqualTo(1000);

            assertThat(heard).hasSize(2);
            assertThat(heard.get(0)).contains("Clear");
            assertThat(heard.get(1)).contains("Tell[duration=PT1M]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?duration=60",
                "?duration=soon&response_url=https%3A%2F%2Fhub.example%2Fr",
                "?duration=60&response_url=https%3A%2F%2Fthief.example%2Fr"
            })
    void aWrongQuestionIsRefusedAndTheBackofficeDoesNotHearOfIt(String query) {
        try (Bridge bridge = accepting();
                Partner bob = bridge.bob()) {
            assertThat(bob.get(PATH + query).code()).isEqualTo(2001);
            assertThat(heard).isEmpty();
            assertThat(bridge.refusals).hasSize(1);
        }
    }

    @Test
    void aRefusedRequestWaitsForNothing() {
        ChargingProfileHandler refusing =
                (context, request) ->
                        new ChargingProfileHandler.Answer.Refused(
                                ChargingProfileResponseType.TOO_OFTEN);
        try (Bridge bridge = bridge(Backoffice.builder().profiles(refusing));
                Partner bob = bridge.bob()) {
            assertThat(bob.send("PUT", PATH, SET).data().text()).contains("TOO_OFTEN");
            assertThat(bridge.book.waiting).isEmpty();
        }
    }

    @Test
    void resultsOfOwnRequestsAndChangesAreHeard() {
        try (Bridge bridge = bridge(Backoffice.builder().hearProfiles(listening()));
                Partner bob = bridge.bob()) {
            String active =
                    "{\"start_date_time\":\"2026-11-21T10:00:00Z\",\"charging_profile\":%s}"
                            .formatted(PROFILE);

            bob.send(
                    "POST",
                    "sender/2.2.1/chargingprofiles/result/own-7",
                    "{\"result\":\"ACCEPTED\",\"profile\":%s}".formatted(active));
            bob.send(
                    "POST",
                    "sender/2.2.1/chargingprofiles/result/own-8",
                    "{\"result\":\"UNKNOWN\"}");
            bob.send("PUT", "sender/2.2.1/chargingprofiles/s-1", active);
            int code = bob.send("PUT", "sender/2.2.1/chargingprofiles/s-1", "{}").code();

            assertThat(heard)
                    .containsExactly("own-7 ACCEPTED true", "own-8 UNKNOWN false", "s-1 changed");
            assertThat(code).isEqualTo(2001);
        }
    }

    @Test
    void preferencesAreAnsweredWithOneWord() {
        Backoffice.Builder parts =
                Backoffice.builder()
                        .preferences((context, session, wanted) ->
                                session.text().equals("s-1")
                                        ? Optional.of(
                                                ChargingPreferencesResponse.ENERGY_NEED_REQUIRED)
                                        : Optional.empty());
        try (Bridge bridge = bridge(parts);
                Partner bob = bridge.bob()) {
            String path = "sender/2.2.1/sessions/%s/charging_preferences";
            String fast = "{\"profile_type\":\"FAST\"}";

            assertThat(bob.send("PUT", path.formatted("s-1"), fast).data().text())
                    .isEqualTo("\"ENERGY_NEED_REQUIRED\"");
            assertThat(bob.send("PUT", path.formatted("s-2"), fast).http()).isEqualTo(404);
            assertThat(bob.send("PUT", path.formatted("s-1"), "{}").message())
                    .contains("profile_type");
        }
    }

    private ChargingProfileListener listening() {
        return new ChargingProfileListener() {
            @Override
            public Verdict ended(Context context, String id, ActiveChargingProfileResult result) {
                heard.add(id + " " + result.result() + " " + result.profile().isPresent());
                return Verdict.kept();
            }

            @Override
            public Verdict changed(
                    Context context, CiString session, ActiveChargingProfile profile) {
                heard.add(session + " changed");
                return Verdict.kept();
            }
        };
    }

    private Bridge accepting() {
        return bridge(
                Backoffice.builder()
                        .profiles((context, request) -> {
                            heard.add(request.toString());
                            return new ChargingProfileHandler.Answer.Accepted(
                                    Duration.ofSeconds(30));
                        }));
    }

    private static Bridge bridge(Backoffice.Builder parts) {
        return new Bridge(parts.build(), Duration.ofSeconds(20));
    }
}
