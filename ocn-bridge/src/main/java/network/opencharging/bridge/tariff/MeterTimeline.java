package network.opencharging.bridge.tariff;

import network.opencharging.bridge.tariff.Period.Charging;
import network.opencharging.bridge.tariff.Period.Parked;
import network.opencharging.bridge.unit.WattHours;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a history of a meter's points: between two points the car charged when the register rose,
 * and was parked when it did not.
 */
public final class MeterTimeline {
    private MeterTimeline() {}

    /**
     * The history from the first point to the last. Of several points in one second the last
     * counts.
     *
     * @throws IllegalArgumentException when a point is earlier or its register lower than the one
     *     before, or all lie in one second
     */
    public static ChargingHistory history(List<MeterPoint> points) {
        Instant start = second(points.getFirst());
        Instant at = start;
        WattHours register = points.getFirst().register();
        List<Period> periods = new ArrayList<>(points.size());
        for (int i = 1; i < points.size(); i++) {
            MeterPoint point = points.get(i);
            boolean lastOfSecond =
                    i + 1 == points.size() || second(points.get(i + 1)).isAfter(second(point));
            if (lastOfSecond && second(point).isAfter(at)) {
                periods.add(period(point, point.register().since(register)));
                at = second(point);
                register = point.register();
            } else if (second(point).isBefore(at)) {
                throw new IllegalArgumentException("a meter's points must come in order of time");
            }
        }
        return new ChargingHistory(start, periods);
    }

    private static Period period(MeterPoint point, WattHours energy) {
        return energy.equals(WattHours.ZERO)
                ? new Parked(second(point))
                : new Charging(second(point), energy, point.power(), point.current());
    }

    private static Instant second(MeterPoint point) {
        return point.at().truncatedTo(ChronoUnit.SECONDS);
    }
}
