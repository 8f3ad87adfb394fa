package network.opencharging.tools.mock.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.mock.stock.Tokens;
import network.opencharging.tools.ocpi.call.Reply;
import network.opencharging.tools.seam.Pace;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What a mock does by its script. */
class ScriptTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");

    @Test
    void itHasTheObjectsOfTheScriptBesideTheSeededOnes() throws IOException {
        try (Scripted alice =
                Scripted.of(
                        """
                        mock: cpo
                        locations: 2
                        objects:
                          locations:
                            - {id: 007, name: Null Sieben, coordinates: {latitude: "50.0", longitude: "8.0"}}
                        """)) {
            Reply reply = alice.bob().pull(ALICE, ModuleId.LOCATIONS, "");

            assertThat(reply.data().orElseThrow())
                    .extracting(one -> one.path("id").asString())
                    .containsExactlyInAnyOrder("LOC1", "LOC2", "007");
            assertThat(reply.data().orElseThrow())
                    .filteredOn(one -> one.path("id").asString().equals("007"))
                    .allSatisfy(one -> {
                        assertThat(one.path("party_id").asString()).isEqualTo("ALC");
                        assertThat(one.path("last_updated").asString())
                                .isEqualTo("2026-06-01T12:00:00Z");
                    });
        }
    }

    @Test
    void whatFitsAPreparedAnswerGetsItAsOftenAsTheScriptSays() throws IOException {
        try (Scripted alice =
                Scripted.of(
                        """
                        mock: cpo
                        answers:
                          - when: {method: POST, module: commands, path: /start_session, body: {location_id: LOC1}}
                            times: 1
                            answer: {http: 200, status: 2003, message: no such place, data: {result: REJECTED}}
                        """)) {
            Reply first = alice.bob().startSession(ALICE, "r1", Tokens.CARD, "LOC1", "LOC1-E1");
            Reply second = alice.bob().startSession(ALICE, "r2", Tokens.CARD, "LOC1", "LOC1-E1");

            assertThat(first.summary()).isEqualTo("HTTP 200, OCPI 2003 (no such place)");
            assertThat(first.data().orElseThrow().path("result").asString()).isEqualTo("REJECTED");
            assertThat(second.isSuccess()).isTrue();
        }
    }

    @Test
    void aRunningSessionIsMeteredByTheTimeOfTheScript() throws IOException {
        try (Scripted alice = Scripted.of("{mock: cpo, meter: 15m}")) {
            alice.bob().startSession(ALICE, "r1", Tokens.CARD, "LOC1", "LOC1-E1");
            await().until(() -> !sessions(alice).isEmpty());

            alice.pass(Duration.ofMinutes(45));

            ObjectNode session = sessions(alice).getFirst();
            assertThat(session.path("kwh").decimalValue())
                    .isEqualByComparingTo(new BigDecimal("16.5"));
            assertThat(session.path("charging_periods")).hasSize(3);
        }
    }

    @Test
    void eventsHappenWhenTheirTimeHasComeAndNotBefore() throws IOException {
        try (Scripted alice =
                Scripted.of(
                        """
                        mock: cpo
                        events:
                          - at: 10m
                            faults: {on: [{name: http-500, module: locations}]}
                          - at: 20m
                            faults: {off: http-500}
                          - at: 5m
                            every: 5m
                            times: 3
                            send: {method: GET, module: tokens, to: NL/BOB}
                        """)) {
            alice.pass(Duration.ofMinutes(9));
            assertThat(status(alice)).isEqualTo(200);
            alice.pass(Duration.ofMinutes(1));
            assertThat(status(alice)).isEqualTo(500);
            alice.pass(Duration.ofMinutes(30));
            assertThat(status(alice)).isEqualTo(200);
            assertThat(alice.bob().log().all())
                    .filteredOn(one -> one.request().line().contains("/tokens"))
                    .hasSize(3);
        }
    }

    @Test
    void aFaultHitsOnlyWithinItsScope() throws IOException {
        try (Scripted alice =
                Scripted.of(
                        """
                        mock: cpo
                        faults:
                          - {name: http-429, module: tariffs, method: GET, skip: 1, times: 2}
                        """)) {
            assertThat(List.of(tariffs(alice), tariffs(alice), tariffs(alice), tariffs(alice)))
                    .containsExactly(200, 429, 429, 200);
            assertThat(status(alice)).isEqualTo(200);
        }
    }

    @Test
    void pushesAreDroppedDoubledAndReordered() throws IOException {
        try (Scripted alice = Scripted.of("{mock: cpo, faults: [push-reordered]}")) {
            alice.bob().startSession(ALICE, "r1", Tokens.CARD, "LOC1", "LOC1-E1");
            await().until(() -> alice.bob().received().callbacks().result("r1").isPresent());
            assertThat(sessions(alice)).isEmpty();
            alice.bob().stopSession(ALICE, "r2", "SESSION1");

            await().until(() -> lines(alice).size() == 2);
            assertThat(lines(alice).get(0)).startsWith("PATCH ");
            assertThat(lines(alice).get(1)).startsWith("PUT ");
        }
        try (Scripted alice = Scripted.of("{mock: cpo, faults: [push-twice]}")) {
            alice.bob().startSession(ALICE, "r1", Tokens.CARD, "LOC1", "LOC1-E1");
            await().until(() -> lines(alice).size() == 2);
        }
        try (Scripted alice = Scripted.of("{mock: cpo, faults: [push-dropped]}")) {
            alice.bob().startSession(ALICE, "r1", Tokens.CARD, "LOC1", "LOC1-E1");
            await().until(() -> alice.bob().received().callbacks().result("r1").isPresent());
            await().until(() ->
                    alice.player().mock().log().all().stream()
                            .anyMatch(one -> one.request().line().contains("/sessions/")));
            assertThat(lines(alice)).isEmpty();
        }
    }

    @Test
    void timeRunsAsMuchFasterAsTheScriptSays() {
        AtomicReference<Instant> real = new AtomicReference<>(Instant.EPOCH);
        Pace pace = new Pace(moved(real), Scripted.NOON, new BigDecimal("60"));

        real.set(Instant.EPOCH.plusSeconds(90));

        assertThat(pace.instant()).isEqualTo(Scripted.NOON.plus(Duration.ofMinutes(90)));
        assertThat(pace.until(Scripted.NOON.plus(Duration.ofMinutes(150))))
                .isEqualTo(Duration.ofMinutes(1));
    }

    private static Clock moved(AtomicReference<Instant> time) {
        return new Clock() {
            @Override
            public Instant instant() {
                return time.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneId.of("UTC");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private static List<ObjectNode> sessions(Scripted alice) {
        return alice.bob().received().sessions().all();
    }

    /** What Bob heard of sessions, in its order. */
    private static List<String> lines(Scripted alice) {
        return alice.bob().log().all().stream()
                .map(one -> one.request().line())
                .filter(line -> line.contains("/sessions/"))
                .toList();
    }

    private static int status(Scripted alice) throws IOException {
        return alice.bob().pull(ALICE, ModuleId.LOCATIONS, "").answer().status();
    }

    private static int tariffs(Scripted alice) throws IOException {
        return alice.bob().pull(ALICE, ModuleId.TARIFFS, "").answer().status();
    }
}
