package network.opencharging.cpo.ocpp.door;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.ocpp.central.Roll;
import network.opencharging.cpo.ocpp.central.Station;
import network.opencharging.cpo.secret.Passwords;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Who comes in, over real sockets. */
class AdmittanceTest {
    private static final String BOOT = "{'chargePointVendor':'T','chargePointModel':'M'}";

    @TempDir private static Path folder;
    private static CpoUnderTest cpo;

    @BeforeAll
    static void start() {
        cpo = CpoUnderTest.start(folder);
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    private static int status(
            CpoUnderTest where, String station, Optional<String> password, String... protocols) {
        try (RawStation _ = RawStation.connect(where, station, password, protocols)) {
            return 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : -1;
        }
    }

    @Test
    void profile1WantsThePassword() {
        cpo.knows("P1", 1, Optional.of("correct horse battery"));
        assertThat(status(cpo, "P1", Optional.of("correct horse battery"), "ocpp1.6"))
                .isEqualTo(101);
        assertThat(status(cpo, "P1", Optional.of("wrong"), "ocpp1.6")).isEqualTo(401);
        assertThat(status(cpo, "P1", Optional.empty(), "ocpp1.6")).isEqualTo(401);
    }

    /** From one address, for one station: another's is not shut out. */
    @Test
    void whoGuessesMustWait() {
        cpo.knows("GUESSED", 1, Optional.of("correct horse battery"));
        cpo.knows("BESIDE", 1, Optional.of("correct horse battery"));
        for (int i = 0; i < 5; i++) {
            assertThat(status(cpo, "GUESSED", Optional.of("guess " + i), "ocpp1.6")).isEqualTo(401);
        }
        assertThat(status(cpo, "GUESSED", Optional.of("correct horse battery"), "ocpp1.6"))
                .isEqualTo(429);
        assertThat(status(cpo, "BESIDE", Optional.of("correct horse battery"), "ocpp1.6"))
                .isEqualTo(101);
    }

    @Test
    void anotherStationsPasswordIsNoGood() {
        cpo.knows("P1-A", 1, Optional.of("password of A"));
        cpo.knows("P1-B", 1, Optional.of("password of B"));
        assertThat(status(cpo, "P1-B", Optional.of("password of A"), "ocpp1.6")).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"2, 403", "3, 401"})
    void profiles2And3WantTls(int profile, int status) {
        String id = "P" + profile;
        cpo.knows(id, profile, Optional.of("correct horse battery"));
        assertThat(status(cpo, id, Optional.of("correct horse battery"), "ocpp1.6"))
                .isEqualTo(status);
    }

    @Test
    void whoSpeaksNothingOfOursIsRefused() {
        cpo.knows("MUTE");
        assertThat(status(cpo, "MUTE", Optional.empty())).isEqualTo(400);
        assertThat(status(cpo, "MUTE", Optional.empty(), "ocpp1.5")).isEqualTo(400);
        assertThat(status(cpo, "MUTE", Optional.empty(), "ocpp1.5", "ocpp2.0.1")).isEqualTo(101);
    }

    @ParameterizedTest
    @CsvSource({"a%20b", "%00", "x%2F..%2Fy", "'%'"})
    void impossibleIdentitiesAreRefused(String id) {
        try {
            assertThat(status(cpo, id, Optional.empty(), "ocpp1.6")).isIn(400, 404);
        } catch (IllegalArgumentException e) {
            // The client itself refuses to call such an address.
            assertThat(id).isEqualTo("%");
        }
    }

    @Test
    void anEscapedIdentityIsTheSame() {
        cpo.knowsWorking("A|B");
        try (RawStation station = RawStation.connect(cpo, "A%7CB", "ocpp1.6")) {
            station.asks("Heartbeat", "{}");
        }
    }

    @Test
    void anUnknownStationWaitsForTheOperator() {
        Optional<String> password = Optional.of("its own password");
        try (RawStation station = RawStation.connect(cpo, "NEW", password, "ocpp1.6")) {
            assertThat(station.asks("BootNotification", BOOT).path("status").asString())
                    .isEqualTo("Pending");
            assertThat(station.isRefused("Heartbeat", "{}")).isEqualTo("SecurityError");
            Station parked = cpo.books().stations().find("NEW").orElseThrow();
            assertThat(parked.admission()).isEqualTo(Station.Admission.PARKED);
            assertThat(status(cpo, "NEW", Optional.of("another's"), "ocpp1.6")).isEqualTo(401);

            decide(parked, Station.Admission.ACCEPTED);
            assertThat(station.asks("BootNotification", BOOT).path("status").asString())
                    .isEqualTo("Accepted");
            station.asks("Heartbeat", "{}");

            decide(parked, Station.Admission.REFUSED);
            assertThat(status(cpo, "NEW", password, "ocpp1.6")).isEqualTo(403);
        }
    }

    private static void decide(Station station, Station.Admission admission) {
        cpo.books()
                .stations()
                .put(
                        new Station(
                                station.id(),
                                admission,
                                station.securityProfile(),
                                station.password(),
                                Optional.empty(),
                                station.seen()));
        cpo.part(Roll.class).changed(station.id());
    }

    /** It was given at another process, of which this one did not hear yet. */
    @Test
    void anotherPasswordIsGoodAtOnceWhereverItWasGiven() {
        cpo.knows("ELSEWHERE", 1, Optional.of("the first password"));
        assertThat(status(cpo, "ELSEWHERE", Optional.of("the first password"), "ocpp1.6"))
                .isEqualTo(101);
        Station before = cpo.books().stations().find("ELSEWHERE").orElseThrow();
        byte[] second = "the second password".getBytes(StandardCharsets.UTF_8);
        cpo.books()
                .stations()
                .put(
                        new Station(
                                "ELSEWHERE",
                                before.admission(),
                                1,
                                Optional.of(cpo.part(Passwords.class).seal(second)),
                                Optional.empty(),
                                before.seen()));
        assertThat(status(cpo, "ELSEWHERE", Optional.of("the second password"), "ocpp1.6"))
                .isEqualTo(101);
        assertThat(status(cpo, "ELSEWHERE", Optional.of("the first password"), "ocpp1.6"))
                .isEqualTo(401);
    }

    @Test
    void passwordsAreNotKept() {
        cpo.knows("SEALED", 1, Optional.of("correct horse battery"));
        String seal = cpo.books().stations().find("SEALED").orElseThrow().password().orElseThrow();
        assertThat(seal).doesNotContain("horse").hasSize(32 + 1 + 64);
    }

    @Test
    void unknownStationsAndStormsAreTurnedAwayWhereSoConfigured(@TempDir Path other) {
        try (CpoUnderTest strict =
                CpoUnderTest.start(
                        other,
                        "--ocn.cpo.stations.unknown=REFUSE",
                        "--ocn.cpo.stations.handshakes-per-second=0")) {
            assertThat(status(strict, "ANY", Optional.empty(), "ocpp1.6")).isEqualTo(503);
        }
        try (CpoUnderTest strict = CpoUnderTest.start(other, "--ocn.cpo.stations.unknown=REFUSE")) {
            assertThat(status(strict, "ANY", Optional.empty(), "ocpp1.6")).isEqualTo(404);
            assertThat(strict.books().stations().all()).isEmpty();
        }
    }
}
