package network.opencharging.bridge.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.bridge.tariff.Period.Charging;
import network.opencharging.bridge.tariff.Period.Parked;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Which histories there are, and how they come from a meter or from imagination. */
class ChargingHistoryTest {
    private static final Instant TEN = Instant.parse("2026-06-15T10:00:00Z");

    @Test
    void aPeriodMustTakeTime() {
        assertThatThrownBy(() -> new ChargingHistory(TEN, List.of(new Parked(TEN))))
                .hasMessageContaining("must end after it began");
    }

    @Test
    void fractionsOfSecondsAreRefused() {
        assertThatThrownBy(
                        () -> new ChargingHistory(TEN, List.of(new Parked(TEN.plusMillis(1_500)))))
                .hasMessageContaining("whole seconds");
    }

    @Test
    void aReservationComesFirstAndIsUsedExactlyWhenASessionFollows() {
        assertThatThrownBy(() ->
                        Story.at("2026-06-15T10:00")
                                .charges(10, "1")
                                .reserves(10, ReservationEnd.USED)
                                .history())
                .hasMessageContaining("before everything else");
        assertThatThrownBy(() ->
                        Story.at("2026-06-15T10:00").reserves(10, ReservationEnd.USED).history())
                .hasMessageContaining("exactly when it was used");
        assertThatThrownBy(() ->
                        Story.at("2026-06-15T10:00")
                                .reserves(10, ReservationEnd.EXPIRED)
                                .charges(1, "1")
                                .history())
                .hasMessageContaining("exactly when it was used");
    }

    @Test
    void aBrokenMeterOrClockIsRefused() {
        assertThatThrownBy(() -> Story.at("2026-06-15T10:00").charges(10, "100000.001").history())
                .hasMessageContaining("a session takes at most");
        assertThatThrownBy(() -> Story.at("2026-06-15T10:00").parks(367 * 24 * 60).history())
                .hasMessageContaining("at most 366 days");
    }

    @Test
    void betweenTwoPointsOfTheMeterTheCarChargedOrWasParked() {
        ChargingHistory history =
                MeterTimeline.history(
                        List.of(
                                point(0, 5_000),
                                point(600_400, 6_200),
                                point(600_900, 6_300),
                                point(1_200_000, 6_300)));
        assertThat(history.periods())
                .containsExactly(
                        Charging.of(TEN.plusSeconds(600), new WattHours(1_300)),
                        new Parked(TEN.plusSeconds(1_200)));
    }

    @Test
    void aFallingRegisterIsNoHistory() {
        assertThatThrownBy(
                        () -> MeterTimeline.history(List.of(point(0, 5_000), point(60_000, 4_999))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        MeterTimeline.history(
                                List.of(point(60_000, 1), point(0, 2), point(90_000, 3))))
                .hasMessageContaining("in order of time");
    }

    @Test
    void anImaginedChargeTakesItsTimeByPower() {
        ChargingHistory history =
                new ImaginedCharge(
                                TEN,
                                Duration.ofMinutes(15),
                                new WattHours(20_000),
                                new Watts(11_000),
                                Duration.ofMinutes(30))
                        .history();
        // 20 kWh at 11 kW = 6545.45 s: 6546 s
        assertThat(history.periods().get(1).until()).isEqualTo(TEN.plusSeconds(900 + 6_546));
        assertThat(history.end()).isEqualTo(TEN.plusSeconds(900 + 6_546 + 1_800));
        assertThat(history.energy()).isEqualTo(new WattHours(20_000));
    }

    private static MeterPoint point(long millis, long register) {
        return MeterPoint.of(TEN.plusMillis(millis), new WattHours(register));
    }
}
