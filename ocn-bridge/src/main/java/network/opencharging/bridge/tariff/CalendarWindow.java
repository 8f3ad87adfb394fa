package network.opencharging.bridge.tariff;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/**
 * When, by the location's wall clock and calendar. Days and dates are those of the moment itself:
 * after midnight an overnight window is in the next day.
 *
 * @param hours time of day
 * @param dates calendar days
 * @param days days of the week, at least one
 */
public record CalendarWindow(Hours hours, Dates dates, Set<DayOfWeek> days) {

    /** Every day of the week. */
    public static final Set<DayOfWeek> EVERY_DAY = Set.copyOf(EnumSet.allOf(DayOfWeek.class));

    /** At any time. */
    public static final CalendarWindow ALWAYS =
            new CalendarWindow(Hours.ALL_DAY, Dates.ALWAYS, EVERY_DAY);

    /**
     * Copies the days.
     *
     * @throws IllegalArgumentException when no day is left
     */
    public CalendarWindow {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("day_of_week must name a day or be left out");
        }
    }

    boolean contains(Moment moment) {
        return hours.contains(moment.secondOfDay)
                && days.contains(moment.day)
                && dates.contains(moment.epochDay);
    }

    /** Whether every moment of {@code other} is inside. */
    boolean covers(CalendarWindow other) {
        return hours.covers(other.hours)
                && dates.covers(other.dates)
                && days.containsAll(other.days);
    }

    /** Whether any day of the dates is one of the days of the week. */
    boolean hasDay() {
        if (dates.from().isEmpty() || dates.until().isEmpty()) {
            return true;
        }
        return dates.from()
                .get()
                .datesUntil(dates.until().get())
                .limit(DayOfWeek.values().length)
                .anyMatch(date -> days.contains(date.getDayOfWeek()));
    }
}
