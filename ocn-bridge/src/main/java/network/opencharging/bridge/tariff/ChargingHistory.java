package network.opencharging.bridge.tariff;

import network.opencharging.bridge.tariff.Period.Charging;
import network.opencharging.bridge.tariff.Period.Reserved;
import network.opencharging.bridge.unit.WattHours;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What happened at the connector, from the reservation or the plug-in to the end, without gaps.
 *
 * @param start when the reservation or, without one, the session began; a whole second
 * @param periods at least one; a reservation only as the first
 */
public record ChargingHistory(Instant start, List<Period> periods) {

    /** Longer than any session; beyond it a clock is wrong. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** More than any car takes (100 MWh); beyond it a meter is wrong. */
    public static final WattHours MOST = new WattHours(100_000_000);

    /**
     * Copies the periods and checks that they make sense together.
     *
     * @throws IllegalArgumentException with the rule that is broken
     */
    public ChargingHistory {
        periods = List.copyOf(periods);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("a history needs at least one period");
        }
        checkTimes(start, periods);
        checkReservation(periods);
        if (energy(periods) > MOST.value()) {
            throw new IllegalArgumentException("a session takes at most " + MOST);
        }
    }

    /** When the last period ended. */
    public Instant end() {
        return periods.getLast().until();
    }

    /** All energy taken. */
    public WattHours energy() {
        return new WattHours(energy(periods));
    }

    private static long energy(List<Period> periods) {
        long sum = 0;
        for (Period period : periods) {
            sum += period instanceof Charging charging ? charging.energy().value() : 0;
        }
        return sum;
    }

    private static void checkTimes(Instant start, List<Period> periods) {
        Instant from = start;
        refuseFraction(start);
        for (Period period : periods) {
            refuseFraction(period.until());
            if (!period.until().isAfter(from)) {
                throw new IllegalArgumentException(
                        "a period must end after it began, not at %s".formatted(period.until()));
            }
            from = period.until();
        }
        if (from.getEpochSecond() - start.getEpochSecond() > LONGEST.toSeconds()) {
            throw new IllegalArgumentException(
                    "a session lasts at most %d days".formatted(LONGEST.toDays()));
        }
    }

    private static void refuseFraction(Instant moment) {
        if (!moment.equals(moment.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException(
                    "rating counts whole seconds: cut %s to the second".formatted(moment));
        }
    }

    private static void checkReservation(List<Period> periods) {
        for (int i = 1; i < periods.size(); i++) {
            if (periods.get(i) instanceof Reserved) {
                throw new IllegalArgumentException("a reservation comes before everything else");
            }
        }
        if (periods.getFirst() instanceof Reserved reserved) {
            boolean used = reserved.end() == ReservationEnd.USED;
            if (used != (periods.size() > 1)) {
                throw new IllegalArgumentException(
                        "a session follows a reservation exactly when it was used");
            }
        }
    }
}
