package network.opencharging.cpo.ocpp.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoUnderTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Reservations and charging profiles that stations should hold. */
class HoldingsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LATE = "2999-01-01T00:00:00Z";

    @TempDir private static Path folder = Path.of("");
    private static CpoUnderTest cpo;
    private static AdminClient operator;

    @BeforeAll
    static void start() {
        cpo = CpoUnderTest.start(folder);
        operator = AdminClient.of(cpo);
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    @ParameterizedTest
    @EnumSource
    void reservationsAreKeptUntilTheyAreCancelledUsedOrOver(Spoken spoken) {
        try (HoldingStation station = new HoldingStation(cpo, spoken)) {
            station.is("ReserveNow", spoken.reservation(1, LATE));
            station.is("ReserveNow", spoken.reservation(2, LATE));
            station.is("ReserveNow", spoken.reservation(3, "2020-01-01T00:00:00Z"));
            station.is("ReserveNow", spoken.reservation(4, LATE), "{'status':'Occupied'}");
            assertThat(station.names()).as("4 was refused").containsExactly("1", "2", "3");
            JsonNode first = station.held().get(0);
            assertThat(first.path("kind").asString()).isEqualTo("RESERVATION");
            assertThat(first.path("until").asString()).isEqualTo(LATE);
            assertThat(first.path("over").asBoolean(true)).isFalse();
            assertThat(station.held().get(2).path("over").asBoolean(false)).isTrue();

            station.is("CancelReservation", "{'reservationId':1}");
            assertThat(station.names()).containsExactly("2", "3");

            station.socket().asks(spoken.overBy(), spoken.over(2));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(station.names()).containsExactly("3"));
        }
    }

    /** The one before goes on, as the station keeps it. */
    @ParameterizedTest
    @EnumSource
    void aChangeThatIsRefusedLeavesWhatWasThere(Spoken spoken) {
        try (HoldingStation station = new HoldingStation(cpo, spoken)) {
            station.is("ReserveNow", spoken.reservation(1, LATE));
            String later = "2999-06-01T00:00:00Z";
            station.is("ReserveNow", spoken.reservation(1, later), "{'status':'Rejected'}");

            JsonNode kept = station.only();
            assertThat(kept.path("state").asString()).isEqualTo("HELD");
            assertThat(kept.path("said").asString()).isEqualTo("Rejected");
            assertThat(kept.path("until").asString()).isEqualTo(LATE);
            assertThat(kept.path("sent").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOperatorForgetsWhatIsNotThereAnyMore(Spoken spoken) {
        try (HoldingStation station = new HoldingStation(cpo, spoken)) {
            station.is("ReserveNow", spoken.reservation(3, LATE));
            String path = "/admin/stations/%s/held/RESERVATION/3".formatted(station.id());
            String odd = path.replace("RESERVATION", "TOY");
            assertThat(operator.does("DELETE", odd, "").status()).isEqualTo(400);
            assertThat(station.names()).containsExactly("3");
            assertThat(operator.does("DELETE", path, "").status()).isEqualTo(204);
            assertThat(operator.does("DELETE", path, "").status()).isEqualTo(404);
            assertThat(station.names()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void chargingProfilesAreKeptUntilTheyAreReplacedOrCleared(Spoken spoken) {
        try (HoldingStation station = new HoldingStation(cpo, spoken)) {
            station.is("SetChargingProfile", spoken.profile(11, 0));
            station.is("SetChargingProfile", spoken.profile(12, 1));
            assertThat(station.names()).containsExactly("11", "12");

            station.is("SetChargingProfile", spoken.profile(13, 0));
            assertThat(station.names()).as("13 took the place of 11").containsExactly("12", "13");

            station.is("ClearChargingProfile", spoken.clear(1));
            assertThat(station.names()).containsExactly("13");
            station.is("ClearChargingProfile", spoken.clear(0), "{'status':'Unknown'}");
            assertThat(station.names()).as("the station has none such").isEmpty();
        }
    }

    /** What a session is limited to is a profile too, and each EVSE has its own. */
    @ParameterizedTest
    @EnumSource
    void theLimitsOfPortsAreKeptToo(Spoken spoken) {
        try (HoldingStation station = new HoldingStation(cpo, spoken)) {
            limits(station, 1, 7000);
            limits(station, 2, 3600);
            assertThat(station.held()).hasSize(2);
            assertThat(station.held().get(0).path("acknowledged").toString()).contains("7000");
            assertThat(station.held().get(1).path("acknowledged").toString()).contains("3600");
        }
    }

    private static void limits(HoldingStation station, int evse, int watts) {
        CompletableFuture<AdminClient.Answer> limited =
                CompletableFuture.supplyAsync(() ->
                        operator.does(
                                "POST",
                                "/admin/ports/%s/%d/limit".formatted(station.id(), evse),
                                "{'watts':%d}".formatted(watts)));
        station.socket().answers("{'status':'Accepted'}");
        assertThat(limited.join().body().path("outcome").asString()).isEqualTo("DONE");
    }
}
