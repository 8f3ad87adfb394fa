package network.opencharging.bridge.tariff;

import network.opencharging.bridge.unit.Money;
import network.opencharging.bridge.unit.WattHours;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a person why a charge costs what it costs, line by line, for preview, receipt and audit.
 */
public final class Explanation {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Explanation() {}

    /** Sentences in order: every period with its lines, and at the end the sums. */
    public static List<String> of(Rated rated) {
        List<String> sentences = new ArrayList<>();
        for (RatedPeriod period : rated.periods()) {
            sentences.add(heading(period, rated.zone()));
            for (CostLine line : period.lines()) {
                sentences.add("  " + line(line, rated.tariff().prices()));
            }
            if (period.lines().isEmpty()) {
                sentences.add("  no price applies");
            }
        }
        sums(rated, sentences);
        return sentences;
    }

    private static String heading(RatedPeriod period, ZoneId zone) {
        String what =
                switch (period.activity()) {
                    case RESERVED -> "reserved";
                    case CHARGING -> "charged " + period.energy();
                    case PARKED -> "parked";
                };
        return "%s to %s (%s) %s:"
                .formatted(
                        local(period.start(), zone),
                        local(period.end(), zone),
                        RestrictionWords.duration(period.seconds()),
                        what);
    }

    private static String local(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    private static String line(CostLine line, PriceList prices) {
        PriceComponent component = line.component();
        String price =
                component.price().toPlainString() + " " + prices.currency().getCurrencyCode();
        String calculation =
                switch (component.dimension()) {
                    case FLAT -> "fee " + price;
                    case ENERGY -> "energy %s at %s/kWh".formatted(energy(line), price);
                    case TIME -> "time %s at %s/h".formatted(time(line), price);
                    case PARKING_TIME -> "parking %s at %s/h".formatted(time(line), price);
                };
        String vat =
                component
                        .vat()
                        .map(percent -> ", VAT " + percent.toPlainString() + " %")
                        .orElse(", no VAT");
        return "%s = %s%s (element %d: %s)"
                .formatted(
                        calculation,
                        line.cost(),
                        vat,
                        line.element() + 1,
                        RestrictionWords.of(prices.elements().get(line.element()).restrictions()));
    }

    private static String energy(CostLine line) {
        String billed = new WattHours(line.billed()).toString();
        return line.billed() == line.volume()
                ? billed
                : "%s (billed in steps of %d Wh: %s)"
                        .formatted(
                                new WattHours(line.volume()), line.component().stepSize(), billed);
    }

    private static String time(CostLine line) {
        String billed = RestrictionWords.duration(line.billed());
        return line.billed() == line.volume()
                ? billed
                : "%s (billed in steps of %s: %s)"
                        .formatted(
                                RestrictionWords.duration(line.volume()),
                                RestrictionWords.duration(line.component().stepSize()),
                                billed);
    }

    private static void sums(Rated rated, List<String> sentences) {
        if (!rated.total().equals(rated.subtotal())) {
            Money subtotal = rated.subtotal();
            PriceLimits limits = rated.tariff().prices().limits();
            sentences.add("sum %s".formatted(subtotal));
            limits.min().ifPresent(min -> sentences.add("a session costs at least " + min));
            limits.max().ifPresent(max -> sentences.add("a session costs at most " + max));
        }
        sentences.add("total %s".formatted(rated.total()));
    }
}
