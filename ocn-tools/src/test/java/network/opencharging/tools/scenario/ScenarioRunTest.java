package network.opencharging.tools.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.Ran;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.mock.fault.Faults;
import network.opencharging.tools.mock.hub.MockHub;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.seam.Seams;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

/** Scenarios as a person calls them: with mocks alone, and with a live system in a mock's place. */
class ScenarioRunTest {
    private static final String A_DAY =
            """
            scenario: A day in no time
            system: alice
            begins: 2026-06-01T12:00:00Z
            parties:
              alice:
                mock: cpo
                events:
                  - at: 10h
                    status: {location: LOC1, evse: LOC1-E1, is: OUTOFORDER}
                  - at: 23h
                    status: {location: LOC1, evse: LOC1-E1, is: AVAILABLE}
              bob: {mock: emsp}
            steps:
              - register: bob
              - step: Bob is told the location first
                as: alice
                send:
                  method: PUT
                  module: locations
                  path: /DE/ALC/LOC1
                  to: bob
                  body: {country_code: DE, party_id: ALC, id: LOC1, publish: true, address: a, city: b,
                    country: DEU, coordinates: {latitude: "53.08042", longitude: "8.79518"},
                    time_zone: Europe/Berlin, last_updated: "${now}", evses: [{uid: LOC1-E1,
                    status: AVAILABLE, last_updated: "${now}", connectors: []}]}
              - silence: {at: bob, method: PATCH}
                within: 100ms
              - advance: 11h
              - step: in the evening it fails
                hear: {at: bob, method: PATCH, body: {status: OUTOFORDER,
                  last_updated: "2026-06-01T22:00:00Z"}}
              - advance: 13h
              - step: in the morning it is well
                hear: {at: bob, method: PATCH, body: {status: AVAILABLE,
                  last_updated: "2026-06-02T11:00:00Z"}}
            """;

    @TempDir Path folder;

    static List<String> shipped() {
        return Library.NAMES;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyScenarioOfThisProgramEndsWellWithMocks(String name) {
        Ran ran = Scenarios.run("run", name);

        assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).contains(" 0 failed, 0 skipped.");
    }

    @Test
    void aLiveSystemTakesThePlaceOfAMockAndIsLeftAsItWas() throws Exception {
        try (MockCpo cpo = MockCpo.open(settings("FR", "XYZ", Role.CPO))) {
            cpo.invite(Scenarios.TOKEN_A);

            Ran ran = Scenarios.run("run", "broken-callback", "--url", cpo.versions().toString());

            assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
            assertThat(cpo.stock().sessions().all()).hasSize(1);
            assertThat(cpo.connected()).isEmpty();
        }
    }

    @Test
    void aLiveHubStandsBetweenTwoMocks() throws Exception {
        try (MockHub hub = MockHub.open(settings("CH", "HBX", Role.HUB))) {
            hub.invite(Scenarios.TOKEN_A);

            Ran ran = Scenarios.run("run", "through-a-hub", "--url", hub.versions().toString());

            assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
            assertThat(hub.log().all()).hasSizeGreaterThan(10);
            assertThat(hub.connected()).isEmpty();
        }
    }

    @Test
    void whatALiveSystemDoesWrongFailsItsStepAndSkipsTheRest() throws Exception {
        try (MockCpo cpo =
                MockCpo.open(
                        settings("FR", "XYZ", Role.CPO)
                                .faults(List.of(Faults.find("patch-forgotten").orElseThrow())))) {
            cpo.invite(Scenarios.TOKEN_A);
            Path junit = folder.resolve("report.xml");

            Ran ran =
                    Scenarios.run(
                            "run",
                            "token-blocked",
                            "--url",
                            cpo.versions().toString(),
                            "--junit",
                            junit.toString());

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out())
                    .contains("!!  the CPO knows")
                    .contains("data.valid must be false, and is true")
                    .contains("1 failed");
            var xml =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile());
            assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(6);
            assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(1);
        }
    }

    @Test
    void aStepAfterAFailureIsNotTried() throws IOException {
        Ran ran =
                Scenarios.play(
                        folder,
                        """
                        scenario: Nobody is there
                        parties:
                          bob: {mock: emsp}
                        steps:
                          - step: too early
                            as: bob
                            send: {method: GET, module: locations, to: DE/ALC}
                          - step: not tried
                            advance: 1m
                        """);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .contains("line 5: NL/BOB is not registered with a hub")
                .contains("not tried: a step before failed")
                .contains("0 passed, 1 failed, 1 skipped.");
    }

    @Test
    void timeIsVirtualAndEventsHappenInIt() throws IOException {
        Ran ran = Scenarios.play(folder, A_DAY);

        assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
    }

    @Test
    void theFaultsOfTheIssueAreReachedFromAFile() throws IOException {
        Ran ran =
                Scenarios.play(
                        folder,
                        """
                        scenario: All faults
                        system: alice
                        parties:
                          alice: {mock: cpo}
                          bob: {mock: emsp}
                        steps:
                          - register: bob
                          - as: alice
                            faults: {on: [{name: http-429, module: tariffs, times: 1}, {name: http-500, module: sessions},
                              {name: slow, module: tokens, by: 200ms}, {name: clock-skew, by: 2h},
                              {name: truncated-json, module: cdrs}, raw-token]}
                          - step: 429 once
                            as: bob
                            send: {method: GET, module: tariffs, to: alice}
                            expect: {http: 429}
                          - step: then no more
                            as: bob
                            send: {method: GET, module: tariffs, to: alice}
                          - step: "500"
                            as: bob
                            send: {method: GET, module: sessions, path: "?date_from=2020-01-01T00:00:00Z", to: alice}
                            expect: {http: 500}
                          - step: half a body
                            as: bob
                            send: {method: GET, module: cdrs, to: alice}
                            expect: {http: 200, status: 1000}
                        """);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .contains("5 passed")
                .contains("half a body")
                .contains("no OCPI envelope");
    }

    @Test
    void whatOnlyALiveSystemCanDoIsAskedOfAPersonOrNotTried() throws IOException {
        Path story = folder.resolve("live.yaml");
        Files.writeString(
                story,
                """
                scenario: A person helps
                system: alice
                parties:
                  alice: {mock: cpo}
                  bob: {mock: emsp}
                steps:
                  - register: bob
                  - step: with words for a person
                    as: alice
                    status: {location: LOC1, evse: LOC1-E1, is: BLOCKED}
                    live: Block the first plug in your system.
                  - step: without
                    as: alice
                    status: {location: LOC1, evse: LOC1-E1, is: BLOCKED}
                """);
        try (MockCpo cpo = MockCpo.open(settings("FR", "XYZ", Role.CPO))) {
            cpo.invite(Scenarios.TOKEN_A);

            Ran ran = Scenarios.run("run", story.toString(), "--url", cpo.versions().toString());

            assertThat(ran.exitCode()).as(ran.out()).isZero();
            assertThat(ran.out())
                    .contains(">>  Block the first plug in your system.")
                    .contains("without: alice is a live system: only a mock can be told")
                    .contains("2 passed, 0 failed, 1 skipped.");
        }
    }

    private static Settings settings(String country, String party, Role role) {
        return Settings.of(
                new Identity(new PartyId(country, party), role, "Live"),
                Settings.Seams.of(Seams.real(), Seams.real().clock(), exchange -> {}));
    }
}
