package network.opencharging.bridge.tariff;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days of the calendar in the location's time zone: from {@code from} (included) until {@code
 * until} (excluded); an empty end is open (OCPI 2.2.1 §11.4.6, start_date and end_date).
 *
 * @param from first day inside
 * @param until first day outside
 */
public record Dates(Optional<LocalDate> from, Optional<LocalDate> until) {

    /** Every day. */
    public static final Dates ALWAYS = new Dates(Optional.empty(), Optional.empty());

    /**
     * Checks that some day is inside.
     *
     * @throws IllegalArgumentException when the range is empty
     */
    public Dates {
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException("start_date must be before end_date");
        }
    }

    /** Whether the day, counted from 1970-01-01, is inside. */
    boolean contains(long epochDay) {
        return epochDay >= first() && epochDay < firstOutside();
    }

    /** Whether every day of {@code other} is inside. */
    boolean covers(Dates other) {
        return first() <= other.first() && firstOutside() >= other.firstOutside();
    }

    long first() {
        return from.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
    }

    long firstOutside() {
        return until.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
    }
}
