package network.opencharging.bridge.tariff;

import network.opencharging.bridge.unit.Money;
import network.opencharging.bridge.unit.WattHours;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * A charge with its price: for the live display, the CDR and the preview alike.
 *
 * @param tariff the tariff that applied from beginning to end
 * @param zone the location's time zone
 * @param periods every stretch with its lines
 * @param costs every field's sum, four decimals
 * @param subtotal the sum of all fields
 * @param total the subtotal brought between the tariff's least and most price
 */
public record Rated(
        Tariff tariff,
        ZoneId zone,
        List<RatedPeriod> periods,
        Map<CostField, Money> costs,
        Money subtotal,
        Money total) {

    /** Copies the collections. */
    public Rated {
        periods = List.copyOf(periods);
        costs = Map.copyOf(costs);
    }

    /** The sum of one field; zero when nothing of it was used. */
    public Money cost(CostField field) {
        return costs.getOrDefault(field, total.minus(total));
    }

    /** All energy taken. */
    public WattHours energy() {
        long sum = 0;
        for (RatedPeriod period : periods) {
            sum += period.energy().value();
        }
        return new WattHours(sum);
    }

    /** Seconds of one activity. */
    public long seconds(Activity activity) {
        long sum = 0;
        for (RatedPeriod period : periods) {
            sum += period.activity() == activity ? period.seconds() : 0;
        }
        return sum;
    }
}
