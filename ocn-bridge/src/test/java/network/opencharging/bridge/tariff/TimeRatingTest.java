package network.opencharging.bridge.tariff;

import static network.opencharging.bridge.tariff.Tariffs.always;
import static network.opencharging.bridge.tariff.Tariffs.eur;
import static network.opencharging.bridge.tariff.Tariffs.fee;
import static network.opencharging.bridge.tariff.Tariffs.parking;
import static network.opencharging.bridge.tariff.Tariffs.perHour;
import static network.opencharging.bridge.tariff.Tariffs.perKwh;
import static network.opencharging.bridge.tariff.Tariffs.tariff;
import static network.opencharging.bridge.tariff.Tariffs.when;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalTime;
import java.util.List;

/** Time charging, parked and reserved, and their steps: calculated by hand. */
class TimeRatingTest {
    /** 1.20/h before 17:00, 2.40/h after; parking 1.00/h before 20:00, free after. */
    private static final Tariff EVENING =
            tariff(
                    when(
                            hours("00:00", "17:00"),
                            perHour("1.20", "0", 1_800),
                            parking("1.00", "0", 900)),
                    when(
                            hours("17:00", "20:00"),
                            perHour("2.40", "0", 900),
                            parking("1.00", "0", 900)),
                    when(hours("20:00", "00:00"), perHour("2.40", "0", 900)));

    @Test
    void timeIsPricedPerHour() {
        // 2.5 h x 2.00 = 5.00; x 1.1 = 5.50
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .charges(150, "5")
                                .costs(tariff(always(perHour("2.00", "10", 60)))))
                .isEqualTo(eur("5.00", "5.50"));
    }

    @Test
    void parkingIsNotChargingTime() {
        // 60 min x 2.00/h = 2.00; the 30 min parked have no price
        Rated rated =
                Story.at("2026-06-15T10:00")
                        .charges(60, "5")
                        .parks(30)
                        .by(tariff(always(perHour("2.00", "0", 60))));
        assertThat(rated.total()).isEqualTo(eur("2.00", "2.00"));
        assertThat(rated.seconds(Activity.PARKED)).isEqualTo(1_800);
    }

    @Test
    void timeIsBilledInWholeSteps() {
        // 6 min in steps of 5 min = 10 min x 6.00/h = 1.00
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .charges(6, "1")
                                .costs(tariff(always(perHour("6.00", "0", 300)))))
                .isEqualTo(eur("1.00", "1.00"));
    }

    @Test
    void aThirdOfAnHourIsExact() {
        // 1 s x 1.00/h = 0.000277... -> 0.0003; 3 s = 0.000833... -> 0.0008, not 3 x 0.0003
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .charges(1 / 60.0, "0")
                                .charges(1 / 60.0, "0")
                                .charges(1 / 60.0, "0")
                                .costs(tariff(always(perHour("1.00", "0", 1)))))
                .isEqualTo(eur("0.0008", "0.0008"));
    }

    @Test
    void parkingTakesTheStepAndChargingIsBilledExactly() {
        // 21 min x 1.00/h = 0.35; 16 min -> 20 min x 2.00/h = 0.6667; together 1.0167
        Tariff tariff = tariff(always(perHour("1.00", "0", 600), parking("2.00", "0", 600)));
        Rated rated = Story.at("2026-06-15T10:00").charges(21, "3").parks(16).by(tariff);
        assertThat(rated.cost(CostField.TIME)).isEqualTo(eur("0.35", "0.35"));
        assertThat(rated.cost(CostField.PARKING)).isEqualTo(eur("0.6667", "0.6667"));
        assertThat(rated.total()).isEqualTo(eur("1.0167", "1.0167"));
    }

    @Test
    void parkingTakesTheStepAlsoWhenChargingGoesOnAfterwards() {
        // 21 + 4 min x 1.00/h = 0.4167; 16 -> 20 min x 2.00/h = 0.6667
        Tariff tariff = tariff(always(perHour("1.00", "0", 600), parking("2.00", "0", 600)));
        Rated rated =
                Story.at("2026-06-15T10:00").charges(21, "3").parks(16).charges(4, "1").by(tariff);
        assertThat(rated.cost(CostField.TIME)).isEqualTo(eur("0.4167", "0.4167"));
        assertThat(rated.cost(CostField.PARKING)).isEqualTo(eur("0.6667", "0.6667"));
    }

    @Test
    void theStepOfTimeIsTakenOfTheTotalAtTheLastPrice() {
        // 6 min at 5.00/h + 22 min at 7.00/h = 28 -> 30 min: 6 x 5/60 + 24 x 7/60 = 0.50 + 2.80 =
        // 3.30
        Tariff tariff =
                tariff(
                        when(hours("00:00", "17:00"), perHour("5.00", "0", 600)),
                        always(perHour("7.00", "0", 600)));
        assertThat(Story.at("2026-06-15T16:54").charges(28, "4").costs(tariff))
                .isEqualTo(eur("3.30", "3.30"));
    }

    @Test
    void switchingElementsThenParking() {
        // 5 min x 1.20/h = 0.10; 5 min x 2.40/h = 0.20; 2 -> 15 min x 1.00/h = 0.25; together 0.55
        assertThat(Story.at("2026-06-15T16:55").charges(10, "2").parks(2).costs(EVENING))
                .isEqualTo(eur("0.55", "0.55"));
    }

    @Test
    void switchingElementsWithoutParking() {
        // 25 min x 1.20/h = 0.50; total 35 -> 45 min, so 20 min x 2.40/h = 0.80; together 1.30
        assertThat(Story.at("2026-06-15T16:35").charges(35, "5").costs(EVENING))
                .isEqualTo(eur("1.30", "1.30"));
    }

    @Test
    void parkingThatBecomesFreeIsSteppedBeforeThat() {
        // 12 min x 2.40/h = 0.48; 8 min until 20:00 -> 15 min x 1.00/h = 0.25; 12 min free; 0.73
        Rated rated = Story.at("2026-06-15T19:40").charges(12, "2").parks(20).by(EVENING);
        assertThat(rated.total()).isEqualTo(eur("0.73", "0.73"));
        assertThat(rated.periods()).hasSize(3);
        assertThat(rated.periods().getLast().lines()).isEmpty();
    }

    @Test
    void chargingAndParkingWithStartFee() {
        // 0.50 + 20 x 0.25 + 45 min (40 in steps of 15) x 2.00/h = 0.50 + 5.00 + 1.50 = 7.00;
        // 0.60 + 5.50 + 1.80 = 7.90
        Tariff tariff =
                tariff(
                        always(
                                fee("0.50", "20"),
                                perKwh("0.25", "10", 1),
                                parking("2.00", "20", 900)));
        assertThat(Story.at("2026-06-15T10:00").charges(60, "20").parks(40).costs(tariff))
                .isEqualTo(eur("7.00", "7.90"));
    }

    @Test
    void reservedTimeIsPricedBeforeTheSession() {
        // 15 min x 5.00/h = 1.25; 0.50; 20 x 0.25 = 5.00; together 6.75; 1.50 + 0.60 + 5.50 = 7.60
        Rated rated =
                Story.at("2026-06-15T10:00")
                        .reserves(15, ReservationEnd.USED)
                        .charges(60, "20")
                        .by(reservable(perHour("5.00", "20", 60)));
        assertThat(rated.total()).isEqualTo(eur("6.75", "7.60"));
        assertThat(rated.cost(CostField.RESERVATION)).isEqualTo(eur("1.25", "1.50"));
        assertThat(rated.cost(CostField.FIXED)).isEqualTo(eur("0.50", "0.60"));
    }

    @Test
    void aReservationHasItsOwnFeeAndStep() {
        // 2.00 + 13 -> 15 min x 5.00/h = 3.25; 0.50; 5.00; together 8.75; 3.90 + 0.60 + 5.50 =
        // 10.00
        Rated rated =
                Story.at("2026-06-15T10:00")
                        .reserves(13, ReservationEnd.USED)
                        .charges(60, "20")
                        .by(reservable(fee("2.00", "20"), perHour("5.00", "20", 300)));
        assertThat(rated.total()).isEqualTo(eur("8.75", "10.00"));
        assertThat(rated.cost(CostField.RESERVATION)).isEqualTo(eur("3.25", "3.90"));
    }

    @Test
    void anExpiredReservationPaysTheFeeForThatAndItsTime() {
        // 4.00 + 60 min x 2.00/h = 6.00; x 1.2 = 7.20
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .reserves(60, ReservationEnd.EXPIRED)
                                .costs(expiring(fee("4.00", "20"))))
                .isEqualTo(eur("6.00", "7.20"));
    }

    @Test
    void theFeeForExpiryIsNotPaidWhenTheDriverCame() {
        // 22 -> 30 min x 2.00/h = 1.00; 0.50; 5.00; together 6.50; 1.20 + 0.60 + 5.50 = 7.30
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .reserves(22, ReservationEnd.USED)
                                .charges(60, "20")
                                .costs(expiring(fee("4.00", "20"))))
                .isEqualTo(eur("6.50", "7.30"));
    }

    @Test
    void theTimeOfAnExpiredReservationHasThePriceForThat() {
        // 90 min x 6.00/h = 9.00, and not 90 min x 2.00/h; x 1.2 = 10.80
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .reserves(90, ReservationEnd.EXPIRED)
                                .costs(expiring(perHour("6.00", "20", 600))))
                .isEqualTo(eur("9.00", "10.80"));
    }

    @Test
    void aCancelledReservationPaysItsTimeOnly() {
        // 22 -> 30 min x 2.00/h = 1.00; x 1.2 = 1.20
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .reserves(22, ReservationEnd.CANCELLED)
                                .costs(expiring(fee("4.00", "20"))))
                .isEqualTo(eur("1.00", "1.20"));
    }

    @Test
    void durationCountsFromTheSessionAndNotFromTheReservation() {
        // 40 min reserved, free; 30 min of charging are free, the next 10 min: 1.2 kWh x 0.25 =
        // 0.30
        Tariff tariff =
                tariff(
                        when(
                                Restrictions.NONE.duration(Bounds.lessThan(1_800)),
                                perKwh("0.00", "0", 1)),
                        always(perKwh("0.25", "0", 1)));
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .reserves(40, ReservationEnd.USED)
                                .charges(30, "5")
                                .charges(10, "1.2")
                                .costs(tariff))
                .isEqualTo(eur("0.30", "0.30"));
    }

    private static Tariff reservable(PriceComponent... components) {
        return tariff(
                when(Restrictions.NONE.forReservation(ReservationKind.RESERVATION), components),
                always(fee("0.50", "20"), perKwh("0.25", "10", 1)));
    }

    private static Tariff expiring(PriceComponent whenExpired) {
        List<TariffElement> elements =
                List.of(
                        when(
                                Restrictions.NONE.forReservation(
                                        ReservationKind.RESERVATION_EXPIRES),
                                whenExpired),
                        when(
                                Restrictions.NONE.forReservation(ReservationKind.RESERVATION),
                                perHour("2.00", "20", 600)),
                        always(fee("0.50", "20"), perKwh("0.25", "10", 1)));
        return tariff(elements.toArray(TariffElement[]::new));
    }

    private static Restrictions hours(String from, String until) {
        return Restrictions.NONE.within(new Hours(LocalTime.parse(from), LocalTime.parse(until)));
    }
}
