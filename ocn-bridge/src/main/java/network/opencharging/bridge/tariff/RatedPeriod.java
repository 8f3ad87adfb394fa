package network.opencharging.bridge.tariff;

import network.opencharging.bridge.unit.Money;
import network.opencharging.bridge.unit.WattHours;

import java.time.Instant;
import java.util.List;

/**
 * A stretch in which the same price components applied.
 *
 * @param start its first second
 * @param end the first second after it; may equal {@code start} when a threshold of energy was
 *     passed in the same second as the end of a period
 * @param activity what was done
 * @param energy Wh taken
 * @param lines what it costs; empty: nothing
 */
public record RatedPeriod(
        Instant start, Instant end, Activity activity, WattHours energy, List<CostLine> lines) {

    /** Copies the lines. */
    public RatedPeriod {
        lines = List.copyOf(lines);
    }

    /** Its length in seconds. */
    public long seconds() {
        return end.getEpochSecond() - start.getEpochSecond();
    }

    /** The sum of its lines on top of {@code zero}. */
    public Money cost(Money zero) {
        return lines.stream().map(CostLine::cost).reduce(zero, Money::plus);
    }
}
