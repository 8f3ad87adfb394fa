package network.opencharging.bridge.tariff;

import static network.opencharging.bridge.tariff.Tariffs.always;
import static network.opencharging.bridge.tariff.Tariffs.eur;
import static network.opencharging.bridge.tariff.Tariffs.parking;
import static network.opencharging.bridge.tariff.Tariffs.perHour;
import static network.opencharging.bridge.tariff.Tariffs.perKwh;
import static network.opencharging.bridge.tariff.Tariffs.tariff;
import static network.opencharging.bridge.tariff.Tariffs.when;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/** What applies when: clock, calendar, daylight saving, energy, power, current: by hand. */
class RestrictionRatingTest {
    private static final Tariff NIGHT =
            tariff(
                    when(hours("22:00", "06:00"), perHour("1.00", "0", 1)),
                    always(perHour("3.00", "0", 1)));
    private static final Tariff TWO_TO_THREE =
            tariff(
                    when(hours("02:00", "03:00"), perHour("6.00", "0", 1)),
                    always(perHour("1.00", "0", 1)));

    @Test
    void aPeriodIsCutAtTheTimeOfDay() {
        // 60 min and 6 kWh evenly; 40 min until 17:00: 4 kWh x 0.20; 20 min after: 2 kWh x 0.30;
        // 1.40
        Tariff tariff =
                tariff(
                        when(hours("00:00", "17:00"), perKwh("0.20", "0", 1)),
                        always(perKwh("0.30", "0", 1)));
        Rated rated = Story.at("2026-06-15T16:20").charges(60, "6").by(tariff);
        assertThat(rated.total()).isEqualTo(eur("1.40", "1.40"));
        assertThat(rated.periods()).hasSize(2);
        assertThat(rated.periods().get(1).start()).isEqualTo(Instant.parse("2026-06-15T15:00:00Z"));
        assertThat(rated.periods().get(1).energy().value()).isEqualTo(2_000);
    }

    @Test
    void anOvernightWindowRunsOverMidnight() {
        // 21:30 to 22:00 at 3.00/h = 1.50; 22:00 to 06:00 at 1.00/h = 8.00; 06:00 to 06:20 = 1.00
        assertThat(Story.at("2026-06-15T21:30").charges(530, "10").costs(NIGHT))
                .isEqualTo(eur("10.50", "10.50"));
    }

    @Test
    void afterMidnightTheDayIsTheNextOne() {
        // Friday 2026-06-19, nights of Fridays 1.00/h, else 3.00/h: 23:00 to 24:00 = 1.00; from
        // midnight it is Saturday: 60 min = 3.00
        Tariff tariff =
                tariff(
                        when(
                                hours("22:00", "06:00").on(Set.of(DayOfWeek.FRIDAY)),
                                perHour("1.00", "0", 1)),
                        always(perHour("3.00", "0", 1)));
        assertThat(Story.at("2026-06-19T23:00").charges(120, "10").costs(tariff))
                .isEqualTo(eur("4.00", "4.00"));
    }

    @Test
    void theLastDayOfDatesIsExcluded() {
        // 2026-06-15 only: 23:30 to 24:00 at 2.00/h = 1.00; after midnight free
        Dates day =
                new Dates(
                        Optional.of(LocalDate.of(2026, 6, 15)),
                        Optional.of(LocalDate.of(2026, 6, 16)));
        Tariff tariff = tariff(when(Restrictions.NONE.on(day), perHour("2.00", "0", 1)));
        assertThat(Story.at("2026-06-15T23:30").charges(60, "10").costs(tariff))
                .isEqualTo(eur("1.00", "1.00"));
    }

    @Test
    void theNightOnWhichClocksGoForwardIsAnHourShorter() {
        // Vienna 2026-03-28 22:00 to 2026-03-29 06:00 is 7 h: 7 x 1.00
        assertThat(Story.at("2026-03-28T22:00").charges(420, "10").costs(NIGHT))
                .isEqualTo(eur("7.00", "7.00"));
        // one minute more is day: 60 s x 3.00/h = 0.05
        assertThat(Story.at("2026-03-28T22:00").charges(421, "10").costs(NIGHT))
                .isEqualTo(eur("7.05", "7.05"));
    }

    @Test
    void theSkippedHourNeverComes() {
        // 01:30 to 03:30 by the wall is 60 min; 02:00 to 03:00 does not exist: 1 h x 1.00
        assertThat(Story.at("2026-03-29T01:30").charges(60, "10").costs(TWO_TO_THREE))
                .isEqualTo(eur("1.00", "1.00"));
    }

    @Test
    void theRepeatedHourCountsTwice() {
        // Vienna 2026-10-25: from 01:30 for 3 h: 30 min at 1.00 = 0.50; 02:00 to 03:00 twice at
        // 6.00 =
        // 12.00; 30 min at 1.00 = 0.50
        Rated rated = Story.at("2026-10-25T01:30").charges(180, "10").by(TWO_TO_THREE);
        assertThat(rated.total()).isEqualTo(eur("13.00", "13.00"));
        assertThat(rated.periods()).hasSize(3);
    }

    @Test
    void aWindowInsideTheRepeatedHourOpensTwice() {
        // 02:15 to 02:45 opens twice for 30 min at 6.00/h = 6.00; the other 120 of 180 min at 1.00
        // = 2.00
        Tariff tariff =
                tariff(
                        when(hours("02:15", "02:45"), perHour("6.00", "0", 1)),
                        always(perHour("1.00", "0", 1)));
        assertThat(Story.at("2026-10-25T01:30").charges(180, "10").costs(tariff))
                .isEqualTo(eur("8.00", "8.00"));
    }

    @Test
    void clocksThatMoveByHalfAnHourAreKnown() {
        // Lord Howe 2026-10-04: 02:00 becomes 02:30; window 02:00 to 03:00 lasts 30 min: 3.00; and
        // 30
        // min before at 1.00/h = 0.50
        assertThat(
                        Story.at("Australia/Lord_Howe", "2026-10-04T01:30")
                                .charges(60, "10")
                                .costs(TWO_TO_THREE))
                .isEqualTo(eur("3.50", "3.50"));
    }

    @Test
    void theWallClockIsTheLocations() {
        // 22:00 in Kolkata is 16:30 UTC: 30 min at 3.00/h, 30 min at 1.00/h = 2.00
        assertThat(Story.at("Asia/Kolkata", "2026-06-15T21:30").charges(60, "10").costs(NIGHT))
                .isEqualTo(eur("2.00", "2.00"));
    }

    @Test
    void theFirstKilowattHourIsFree() {
        // 20 kWh, the first free: 19 x 0.20 = 3.80
        Tariff tariff =
                tariff(
                        when(
                                Restrictions.NONE.energy(Bounds.lessThan(1_000)),
                                perKwh("0.00", "0", 1)),
                        always(perKwh("0.20", "0", 1)));
        Rated rated = Story.at("2026-06-15T10:00").charges(60, "20").by(tariff);
        assertThat(rated.total()).isEqualTo(eur("3.80", "3.80"));
        assertThat(rated.periods().getFirst().energy().value()).isEqualTo(1_000);
        // 1 of 20 kWh in 60 min: 3 min
        assertThat(rated.periods().getFirst().seconds()).isEqualTo(180);
    }

    @Test
    void aThresholdInTheMiddleOfASecondIsExactInEnergy() {
        // 7 kWh in 60 s: 1 kWh is complete in the 9th second (8.57); still exactly 6 kWh x 0.20 =
        // 1.20
        Tariff tariff =
                tariff(
                        when(
                                Restrictions.NONE.energy(Bounds.lessThan(1_000)),
                                perKwh("0.00", "0", 1)),
                        always(perKwh("0.20", "0", 1)));
        Rated rated = Story.at("2026-06-15T10:00").charges(1, "7").by(tariff);
        assertThat(rated.total()).isEqualTo(eur("1.20", "1.20"));
        assertThat(rated.periods().getFirst().seconds()).isEqualTo(9);
    }

    @Test
    void powerChoosesThePrice() {
        // 1 kWh at 6 kW x 0.20 + 40 kWh at 48 kW x 0.50 + 0.5 kWh at 4 kW x 0.20 = 0.20 + 20 + 0.10
        Tariff tariff =
                tariff(
                        when(
                                Restrictions.NONE.power(Bounds.lessThan(16_000)),
                                perKwh("0.20", "0", 1)),
                        when(
                                Restrictions.NONE.power(Bounds.lessThan(32_000)),
                                perKwh("0.35", "0", 1)),
                        always(perKwh("0.50", "0", 1)));
        Story story =
                Story.at("2026-06-15T10:00")
                        .charges(10, "1", "6", "9")
                        .charges(50, "40", "48", "70")
                        .charges(7.5, "0.5", "4", "6");
        assertThat(story.costs(tariff)).isEqualTo(eur("20.30", "20.30"));
    }

    @Test
    void withoutMeasuredPowerEnergyByTimeStandsForIt() {
        // 8 kWh in 30 min = 16 kW: exactly the upper end, which is excluded: 8 x 0.35 = 2.80
        Tariff tariff =
                tariff(
                        when(
                                Restrictions.NONE.power(Bounds.lessThan(16_000)),
                                perKwh("0.20", "0", 1)),
                        always(perKwh("0.35", "0", 1)));
        assertThat(Story.at("2026-06-15T10:00").charges(30, "8").costs(tariff))
                .isEqualTo(eur("2.80", "2.80"));
    }

    @Test
    void currentChoosesThePriceAndMondayIsNoWeekEnd() {
        // Monday: 147 min below 32 A at 1.00/h; parking 42 -> 45 min at 5.00/h until 18:00;
        // charging is
        // exact because parking takes the step: 2.45 + 3.75 = 6.20
        Tariff tariff =
                tariff(
                        when(
                                Restrictions.NONE.current(Bounds.lessThan(32_000)),
                                perHour("1.00", "0", 900)),
                        when(
                                Restrictions.NONE.on(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
                                perHour("1.25", "0", 600)),
                        always(perHour("2.00", "0", 600)),
                        when(hours("09:00", "18:00"), parking("5.00", "0", 300)));
        assertThat(
                        Story.at("2026-06-15T09:30")
                                .charges(147, "9", "3.68", "16")
                                .parks(42)
                                .costs(tariff))
                .isEqualTo(eur("6.20", "6.20"));
    }

    @Test
    void anUnmeasuredCurrentMatchesNoRestriction() {
        // 30 min; both restricted elements are passed over: 0.5 h x 2.00 = 1.00
        Tariff tariff =
                tariff(
                        when(
                                Restrictions.NONE.current(Bounds.lessThan(32_000)),
                                perHour("1.00", "0", 1)),
                        when(
                                Restrictions.NONE.current(Bounds.atLeast(32_000)),
                                perHour("9.00", "0", 1)),
                        always(perHour("2.00", "0", 1)));
        assertThat(Story.at("2026-06-15T09:30").charges(30, "5").costs(tariff))
                .isEqualTo(eur("1.00", "1.00"));
    }

    @Test
    void durationChoosesThePriceOfParkingToo() {
        // 60 min charging free, then parked: until 3 h 120 min at 2.00/h = 4.00, then 30 min at
        // 3.00 = 1.50
        Tariff tariff =
                tariff(
                        when(
                                Restrictions.NONE.duration(Bounds.lessThan(3 * 3_600)),
                                parking("2.00", "0", 60)),
                        always(parking("3.00", "0", 60)));
        assertThat(Story.at("2026-06-15T09:30").charges(60, "5").parks(150).costs(tariff))
                .isEqualTo(eur("5.50", "5.50"));
    }

    private static Restrictions hours(String from, String until) {
        return Restrictions.NONE.within(new Hours(LocalTime.parse(from), LocalTime.parse(until)));
    }
}
