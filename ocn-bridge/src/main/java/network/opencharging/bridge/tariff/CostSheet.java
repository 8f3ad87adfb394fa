package network.opencharging.bridge.tariff;

import network.opencharging.bridge.unit.Money;
import network.opencharging.bridge.unit.WattHours;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds up lines. Sums are exact until the very end: a field is rounded half up to four decimals
 * once, and its lines are rounded so that they add up to it.
 */
final class CostSheet {
    /**
     * Seconds of an hour: exact sums are kept 3,600 times too large, so that nothing is divided.
     */
    static final BigDecimal HOUR = BigDecimal.valueOf(3_600);

    private final Currency currency;
    private final boolean tellsVat;
    private final Map<CostField, Sum> sums = new EnumMap<>(CostField.class);

    CostSheet(PriceList prices) {
        this.currency = prices.currency();
        this.tellsVat = prices.tellsVat();
    }

    RatedPeriod close(OpenPeriod open) {
        List<CostLine> lines = new ArrayList<>(open.lines.size());
        for (OpenLine line : open.lines) {
            Choice choice = line.choice;
            Money cost =
                    sums.computeIfAbsent(choice.field(), field -> new Sum())
                            .add(choice, line.billed());
            lines.add(
                    new CostLine(
                            choice.field(),
                            choice.element(),
                            choice.component(),
                            line.volume,
                            line.billed(),
                            cost));
        }
        return new RatedPeriod(
                Instant.ofEpochSecond(open.from),
                Instant.ofEpochSecond(open.until),
                open.activity,
                new WattHours(open.energy),
                lines);
    }

    Map<CostField, Money> costs() {
        Map<CostField, Money> costs = new EnumMap<>(CostField.class);
        sums.forEach((field, sum) -> costs.put(field, money(sum.net, sum.gross)));
        return costs;
    }

    Money zero() {
        return money(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private Money money(BigDecimal net, BigDecimal gross) {
        return new Money(currency, net, tellsVat ? Optional.of(gross) : Optional.empty());
    }

    /** A field's exact sums, times 3,600, and what of them the lines so far carry, rounded. */
    private final class Sum {
        private BigDecimal exactNet = BigDecimal.ZERO;
        private BigDecimal exactGross = BigDecimal.ZERO;
        private BigDecimal net = BigDecimal.ZERO;
        private BigDecimal gross = BigDecimal.ZERO;

        Money add(Choice choice, long billed) {
            BigDecimal units = BigDecimal.valueOf(billed);
            exactNet = exactNet.add(choice.unitNet().multiply(units));
            exactGross = exactGross.add(choice.unitGross().multiply(units));
            BigDecimal newNet = rounded(exactNet);
            BigDecimal newGross = rounded(exactGross);
            Money cost = money(newNet.subtract(net), newGross.subtract(gross));
            net = newNet;
            gross = newGross;
            return cost;
        }

        private static BigDecimal rounded(BigDecimal exact) {
            return exact.divide(HOUR, Money.DECIMALS, RoundingMode.HALF_UP);
        }
    }
}
