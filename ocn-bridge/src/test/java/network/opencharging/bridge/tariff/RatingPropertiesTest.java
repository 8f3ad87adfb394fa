package network.opencharging.bridge.tariff;

import static network.opencharging.bridge.tariff.Tariffs.always;
import static network.opencharging.bridge.tariff.Tariffs.fee;
import static network.opencharging.bridge.tariff.Tariffs.parking;
import static network.opencharging.bridge.tariff.Tariffs.perHour;
import static network.opencharging.bridge.tariff.Tariffs.perKwh;
import static network.opencharging.bridge.tariff.Tariffs.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.tariff.Period.Charging;
import network.opencharging.bridge.tariff.Period.Parked;
import network.opencharging.bridge.unit.Money;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * What holds for every tariff and every charge; tariffs and charges are those of the golden file.
 */
class RatingPropertiesTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_121);

    @Test
    void linesAddUpToFieldsFieldsToTheSubtotalAndLimitsMakeTheTotal() {
        for (GoldenCase golden : GoldenCase.all()) {
            Rated rated = Rating.of(golden.tariff(), golden.zone()).rate(golden.history());
            Money zero = rated.total().minus(rated.total());
            Money fields = zero;
            for (CostField field : CostField.values()) {
                Money lines =
                        rated.periods().stream()
                                .flatMap(period -> period.lines().stream())
                                .filter(line -> line.field() == field)
                                .map(CostLine::cost)
                                .reduce(zero, Money::plus);
                assertThat(lines).as("%s %s", golden.id(), field).isEqualTo(rated.cost(field));
                fields = fields.plus(lines);
            }
            Money periods =
                    rated.periods().stream()
                            .map(period -> period.cost(zero))
                            .reduce(zero, Money::plus);
            assertThat(periods).as(golden.id()).isEqualTo(rated.subtotal());
            assertThat(fields).as(golden.id()).isEqualTo(rated.subtotal());
        }
    }

    @Test
    void periodsCoverTheHistoryWithoutGapAndLoseNoEnergy() {
        for (GoldenCase golden : GoldenCase.all()) {
            Rated rated = Rating.of(golden.tariff(), golden.zone()).rate(golden.history());
            Instant at = golden.history().start();
            for (RatedPeriod period : rated.periods()) {
                assertThat(period.start()).as(golden.id()).isEqualTo(at);
                at = period.end();
            }
            assertThat(at).as(golden.id()).isEqualTo(golden.history().end());
            assertThat(rated.energy()).as(golden.id()).isEqualTo(golden.history().energy());
        }
    }

    @Test
    void theTotalOfASessionIsBetweenLeastAndMostPriceAndVatNeverLowersIt() {
        for (GoldenCase golden : GoldenCase.all()) {
            Rated rated = Rating.of(golden.tariff(), golden.zone()).rate(golden.history());
            PriceLimits limits = golden.tariff().prices().limits();
            Money total = rated.total();
            limits.min()
                    .ifPresent(min -> {
                        assertThat(total.exclVat()).isGreaterThanOrEqualTo(min.exclVat());
                        assertThat(gross(total)).isGreaterThanOrEqualTo(gross(min));
                    });
            limits.max()
                    .ifPresent(max -> {
                        assertThat(total.exclVat()).isLessThanOrEqualTo(max.exclVat());
                        assertThat(gross(total)).isLessThanOrEqualTo(gross(max));
                    });
            assertThat(gross(total)).as(golden.id()).isGreaterThanOrEqualTo(total.exclVat());
        }
    }

    /**
     * With larger steps the specification itself breaks this: parking takes over charging's step.
     */
    @Test
    void withStepsOfOneALongerChargeNeverCostsLess() {
        for (GoldenCase golden : GoldenCase.all()) {
            Rating rating = Rating.of(finelyStepped(golden.tariff()), golden.zone());
            ChargingHistory whole = golden.history();
            int shortest = whole.periods().getFirst() instanceof Period.Reserved ? 2 : 1;
            BigDecimal before = BigDecimal.ZERO;
            for (int length = shortest; length <= whole.periods().size(); length++) {
                Money cost =
                        rating.rate(
                                        new ChargingHistory(
                                                whole.start(), whole.periods().subList(0, length)))
                                .total();
                assertThat(gross(cost)).as(golden.id()).isGreaterThanOrEqualTo(before);
                before = gross(cost);
            }
        }
    }

    @Test
    void moreEnergyInTheSameTimeNeverCostsLess() {
        for (int i = 0; i < 2_000; i++) {
            Rating rating = Rating.of(unrestricted(), VIENNA);
            long energy = random.nextLong(80_000);
            long more = energy + random.nextLong(5_000);
            long seconds = random.nextLong(1, 40_000);
            assertThat(gross(rating.rate(charge(seconds, more, 0)).total()))
                    .isGreaterThanOrEqualTo(gross(rating.rate(charge(seconds, energy, 0)).total()));
        }
    }

    @Test
    void moreTimeWithTheSameEnergyNeverCostsLess() {
        for (int i = 0; i < 2_000; i++) {
            Rating rating = Rating.of(unrestricted(), VIENNA);
            long energy = random.nextLong(80_000);
            long seconds = random.nextLong(1, 40_000);
            long longer = seconds + random.nextLong(5_000);
            assertThat(gross(rating.rate(charge(longer, energy, 0)).total()))
                    .isGreaterThanOrEqualTo(gross(rating.rate(charge(seconds, energy, 0)).total()));
            long parked = random.nextLong(1, 40_000);
            assertThat(gross(rating.rate(charge(seconds, energy, parked + 700)).total()))
                    .isGreaterThanOrEqualTo(
                            gross(rating.rate(charge(seconds, energy, parked)).total()));
        }
    }

    @Test
    void aPreviewCostsWhatTheMeasuredChargeCosts() {
        for (int i = 0; i < 1_000; i++) {
            Rating rating = Rating.of(unrestricted(), VIENNA);
            Watts power = new Watts(random.nextLong(1_000, 50_000));
            WattHours energy = new WattHours(random.nextLong(1, 60_000));
            Duration parked = Duration.ofSeconds(random.nextLong(1, 7_200));
            Instant start = Instant.ofEpochSecond(1_790_000_000L + random.nextInt(1_000_000));
            ChargingHistory imagined =
                    new ImaginedCharge(start, Duration.ZERO, energy, power, parked).history();

            WattHours before = new WattHours(random.nextLong(1_000_000));
            ChargingHistory measured =
                    MeterTimeline.history(
                            List.of(
                                    MeterPoint.of(start, before),
                                    MeterPoint.of(
                                            imagined.periods().getFirst().until().plusMillis(300),
                                            before.plus(energy)),
                                    MeterPoint.of(imagined.end(), before.plus(energy))));

            assertThat(rating.rate(measured).total()).isEqualTo(rating.rate(imagined).total());
        }
    }

    private Tariff unrestricted() {
        return tariff(
                always(
                        fee(price(), "20"),
                        perKwh(price(), "20", step()),
                        perHour(price(), "10", step()),
                        parking(price(), "7.7", step())));
    }

    private String price() {
        return BigDecimal.valueOf(random.nextLong(20_000), 4).toPlainString();
    }

    private int step() {
        return random.nextInt(4) == 0 ? 1 : random.nextInt(1, 1_800);
    }

    private static ChargingHistory charge(long seconds, long wattHours, long parkedSeconds) {
        Instant start = Instant.ofEpochSecond(1_790_000_000L);
        Instant full = start.plusSeconds(seconds);
        Charging charging = Charging.of(full, new WattHours(wattHours));
        return new ChargingHistory(
                start,
                parkedSeconds == 0
                        ? List.of(charging)
                        : List.of(charging, new Parked(full.plusSeconds(parkedSeconds))));
    }

    private static Tariff finelyStepped(Tariff tariff) {
        List<TariffElement> elements =
                tariff.prices().elements().stream()
                        .map(element ->
                                new TariffElement(
                                        element.components().stream()
                                                .map(RatingPropertiesTest::byOne)
                                                .toList(),
                                        element.restrictions()))
                        .toList();
        return new Tariff(
                tariff.key(),
                tariff.type(),
                tariff.note(),
                new PriceList(tariff.prices().currency(), tariff.prices().limits(), elements),
                tariff.validity(),
                tariff.lastUpdated());
    }

    private static PriceComponent byOne(PriceComponent component) {
        return new PriceComponent(component.dimension(), component.price(), component.vat(), 1);
    }

    private static BigDecimal gross(Money money) {
        return money.inclVat().orElse(money.exclVat());
    }
}
