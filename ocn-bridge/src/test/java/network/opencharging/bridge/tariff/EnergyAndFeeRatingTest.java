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

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Optional;

/** Energy, fees, VAT, steps of energy, least and most price: calculated by hand. */
class EnergyAndFeeRatingTest {
    private static final Restrictions UNTIL_17 =
            Restrictions.NONE.within(new Hours(LocalTime.MIDNIGHT, LocalTime.of(17, 0)));

    @Test
    void energyIsPricedPerKwhAndVatComesOnTop() {
        // 20 x 0.25 = 5.00; x 1.10 = 5.50
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .charges(60, "20")
                                .costs(tariff(always(perKwh("0.25", "10", 1)))))
                .isEqualTo(eur("5.00", "5.50"));
    }

    @Test
    void aStartFeeHasItsOwnVat() {
        // 0.50 + 20 x 0.25 = 5.50; 0.50 x 1.2 + 5.00 x 1.1 = 0.60 + 5.50 = 6.10
        Tariff tariff = tariff(always(fee("0.50", "20"), perKwh("0.25", "10", 1)));
        Rated rated = Story.at("2026-06-15T10:00").charges(60, "20").by(tariff);
        assertThat(rated.total()).isEqualTo(eur("5.50", "6.10"));
        assertThat(rated.cost(CostField.FIXED)).isEqualTo(eur("0.50", "0.60"));
        assertThat(rated.cost(CostField.ENERGY)).isEqualTo(eur("5.00", "5.50"));
    }

    @Test
    void theFeeIsChargedOnceHoweverManyPeriods() {
        // 0.50 + 3 x 1 x 0.20 = 1.10; VAT 0 %
        Tariff tariff = tariff(always(fee("0.50", "0"), perKwh("0.20", "0", 1)));
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .charges(10, "1")
                                .parks(5)
                                .charges(10, "1")
                                .charges(10, "1")
                                .costs(tariff))
                .isEqualTo(eur("1.10", "1.10"));
    }

    @Test
    void theFirstFeeThatAppliesIsTheOnlyOne() {
        // at 16:50 the first element's fee of 1.00 applies; the second's 2.00 from 17:00 on is not
        // charged any more
        Tariff tariff = tariff(when(UNTIL_17, fee("1.00", "0")), always(fee("2.00", "0")));
        assertThat(Story.at("2026-06-15T16:50").charges(30, "1").costs(tariff))
                .isEqualTo(eur("1.00", "1.00"));
    }

    @Test
    void freeOfChargeIsAFlatFeeOfZero() {
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .charges(60, "20")
                                .costs(tariff(always(fee("0.00", "no VAT")))))
                .isEqualTo(eur("0.00"));
    }

    @Test
    void energyIsBilledInWholeSteps() {
        // 20.45 kWh in steps of 100 Wh = 20.5 kWh; x 0.25 = 5.125; x 1.1 = 5.6375
        Rated rated =
                Story.at("2026-06-15T10:00")
                        .charges(60, "20.45")
                        .by(tariff(always(perKwh("0.25", "10", 100))));
        assertThat(rated.total()).isEqualTo(eur("5.125", "5.6375"));
        assertThat(rated.total().payable()).isEqualTo("5.64");
        assertThat(rated.periods().getFirst().lines().getFirst().volume()).isEqualTo(20_450);
        assertThat(rated.periods().getFirst().lines().getFirst().billed()).isEqualTo(20_500);
    }

    @Test
    void oneWattHourIsBilledAsAWholeStep() {
        // 1 Wh in steps of 500 Wh = 0.5 kWh x 0.25 = 0.125
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .charges(1, "0.001")
                                .costs(tariff(always(perKwh("0.25", "0", 500)))))
                .isEqualTo(eur("0.125", "0.125"));
    }

    @Test
    void aWholeNumberOfStepsIsNotRoundedUpFurther() {
        // 2.5 kWh = 5 steps of 500 Wh; x 0.20 = 0.50
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .charges(30, "2.5")
                                .costs(tariff(always(perKwh("0.20", "0", 500)))))
                .isEqualTo(eur("0.50", "0.50"));
    }

    @Test
    void theStepIsTakenOfTheTotalAndBilledAtTheLastPrice() {
        // 4.3 kWh before 17:00 at 0.20 and 1.1 kWh after at 0.27; total 5.4 -> 5.5 kWh in steps of
        // 500
        // Wh, so 1.2 kWh after 17:00: 4.3 x 0.20 + 1.2 x 0.27 = 0.86 + 0.324 = 1.184
        Tariff tariff =
                tariff(when(UNTIL_17, perKwh("0.20", "0", 500)), always(perKwh("0.27", "0", 500)));
        assertThat(Story.at("2026-06-15T16:30").charges(30, "4.3").charges(10, "1.1").costs(tariff))
                .isEqualTo(eur("1.184", "1.184"));
    }

    @Test
    void theStepOfTheLastUsedPriceCounts() {
        // 4.3 kWh + 1.15 kWh = 5.45 kWh; the last price has steps of 10 Wh: nothing to add; 0.86 +
        // 1.15 x 0.27 = 0.86 + 0.3105 = 1.1705
        Tariff tariff =
                tariff(when(UNTIL_17, perKwh("0.20", "0", 500)), always(perKwh("0.27", "0", 10)));
        assertThat(
                        Story.at("2026-06-15T16:30")
                                .charges(30, "4.3")
                                .charges(10, "1.15")
                                .costs(tariff))
                .isEqualTo(eur("1.1705", "1.1705"));
    }

    @Test
    void aComponentWithoutVatBearsNoneBesideOthersThatDo() {
        // 1.00 without VAT + 10 x 0.30 = 4.00; 1.00 + 3.00 x 1.2 = 4.60
        Tariff tariff = tariff(always(fee("1.00", "no VAT"), perKwh("0.30", "20", 1)));
        assertThat(Story.at("2026-06-15T10:00").charges(60, "10").costs(tariff))
                .isEqualTo(eur("4.00", "4.60"));
    }

    @Test
    void withoutAnyVatInTheTariffAmountsWithVatAreNotTold() {
        // 10 x 0.30 = 3.00, and nobody knows the VAT
        Rated rated =
                Story.at("2026-06-15T10:00")
                        .charges(60, "10")
                        .by(tariff(always(perKwh("0.30", "no VAT", 1))));
        assertThat(rated.total()).isEqualTo(eur("3.00"));
        assertThat(rated.total().inclVat()).isEmpty();
    }

    @Test
    void zeroPercentIsAVat() {
        // 10 x 0.30 = 3.00; x 1.00 = 3.00
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .charges(60, "10")
                                .costs(tariff(always(perKwh("0.30", "0", 1)))))
                .isEqualTo(eur("3.00", "3.00"));
    }

    @Test
    void sumsAreRoundedOnceAndNotPeriodByPeriod() {
        // 3 x 1 Wh at 0.05 per kWh = 3 x 0.00005 = 0.00015 -> 0.0002; rounded each it would be
        // 0.0003
        assertThat(
                        Story.at("2026-06-15T10:00")
                                .charges(1, "0.001")
                                .charges(1, "0.001")
                                .charges(1, "0.001")
                                .costs(tariff(always(perKwh("0.05", "0", 1)))))
                .isEqualTo(eur("0.0002", "0.0002"));
    }

    @Test
    void lessThanTheLeastPriceCostsTheLeastPrice() {
        // 1 x 0.25 = 0.25 < 0.50; 0.275 < 0.55
        Tariff tariff = tariff(atLeast("0.50", "0.55"), always(perKwh("0.25", "10", 1)));
        Rated rated = Story.at("2026-06-15T10:00").charges(30, "1").by(tariff);
        assertThat(rated.subtotal()).isEqualTo(eur("0.25", "0.275"));
        assertThat(rated.total()).isEqualTo(eur("0.50", "0.55"));
    }

    @Test
    void moreThanTheLeastPriceCostsWhatItCosts() {
        // 20 x 0.25 = 5.00 > 0.50
        Tariff tariff = tariff(atLeast("0.50", "0.55"), always(perKwh("0.25", "10", 1)));
        assertThat(Story.at("2026-06-15T10:00").charges(60, "20").costs(tariff))
                .isEqualTo(eur("5.00", "5.50"));
    }

    @Test
    void noMoreThanTheMostPriceIsPaid() {
        // 0.50 + 50 x 0.25 = 13.00 > 10; 0.60 + 13.75 = 14.35 > 11
        Tariff tariff =
                tariff(atMost("10", "11"), always(fee("0.50", "20"), perKwh("0.25", "10", 1)));
        assertThat(Story.at("2026-06-15T10:00").charges(60, "50").costs(tariff))
                .isEqualTo(eur("10", "11"));
    }

    @Test
    void belowTheMostPriceNothingIsCut() {
        // 0.50 + 30 x 0.25 = 8.00; 0.60 + 8.25 = 8.85
        Tariff tariff =
                tariff(atMost("10", "11"), always(fee("0.50", "20"), perKwh("0.25", "10", 1)));
        assertThat(Story.at("2026-06-15T10:00").charges(60, "30").costs(tariff))
                .isEqualTo(eur("8.00", "8.85"));
    }

    @Test
    void limitsBindWithoutAndWithVatSeparately() {
        // 9.80 net is below 10, but 9.80 x 1.2 = 11.76 with VAT is above 11
        Tariff tariff = tariff(atMost("10", "11"), always(perKwh("0.49", "20", 1)));
        assertThat(Story.at("2026-06-15T10:00").charges(60, "20").costs(tariff))
                .isEqualTo(eur("9.80", "11"));
    }

    @Test
    void aFeeOfAnElementThatPricesNothingButParkingIsAParkingCost() {
        // fee 1.00 + 15 min x 4.00/h = 1.00 + 1.00, all parking; 2 kWh x 0.30 = 0.60 energy
        Tariff tariff =
                tariff(
                        always(fee("1.00", "0"), parking("4.00", "0", 1)),
                        always(perKwh("0.30", "0", 1), perHour("0", "0", 1)));
        Rated rated = Story.at("2026-06-15T10:00").charges(30, "2").parks(15).by(tariff);
        assertThat(rated.cost(CostField.PARKING)).isEqualTo(eur("2.00", "2.00"));
        assertThat(rated.cost(CostField.FIXED)).isEqualTo(eur("0", "0"));
        assertThat(rated.total()).isEqualTo(eur("2.60", "2.60"));
    }

    @Test
    void aPayableAmountHasTheCurrencysDecimals() {
        // 0.3333 -> 0.33; with VAT known that amount is paid: 0.3350 -> 0.34, half up
        assertThat(eur("0.3333").payable()).isEqualTo(new BigDecimal("0.33"));
        assertThat(eur("0.3333", "0.3350").payable()).isEqualTo(new BigDecimal("0.34"));
    }

    private static PriceLimits atLeast(String net, String gross) {
        return new PriceLimits(Optional.of(eur(net, gross)), Optional.empty());
    }

    private static PriceLimits atMost(String net, String gross) {
        return new PriceLimits(Optional.empty(), Optional.of(eur(net, gross)));
    }
}
