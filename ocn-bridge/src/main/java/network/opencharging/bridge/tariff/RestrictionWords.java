package network.opencharging.bridge.tariff;

import network.opencharging.bridge.unit.Milliamperes;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Says restrictions in words. */
final class RestrictionWords {
    private RestrictionWords() {}

    /** For example {@code 22:00 to 06:00, from 20.000 kWh on}; {@code always} without any. */
    static String of(Restrictions restrictions) {
        List<String> words = new ArrayList<>();
        restrictions
                .reservation()
                .ifPresent(kind ->
                        words.add(
                                switch (kind) {
                                    case RESERVATION -> "reserved";
                                    case RESERVATION_EXPIRES -> "reserved in vain";
                                }));
        calendar(restrictions.calendar(), words);
        bounds(restrictions.energy(), wh -> new WattHours(wh).toString(), words);
        bounds(restrictions.power(), w -> new Watts(w).toString(), words);
        bounds(restrictions.current(), ma -> new Milliamperes(ma).toString(), words);
        bounds(restrictions.duration(), RestrictionWords::duration, words);
        return words.isEmpty() ? "always" : String.join(", ", words);
    }

    /** For example {@code 1 h 5 min 10 s}. */
    static String duration(long seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        List<String> parts = new ArrayList<>();
        if (duration.toHours() > 0) {
            parts.add(duration.toHours() + " h");
        }
        if (duration.toMinutesPart() > 0) {
            parts.add(duration.toMinutesPart() + " min");
        }
        if (duration.toSecondsPart() > 0 || parts.isEmpty()) {
            parts.add(duration.toSecondsPart() + " s");
        }
        return String.join(" ", parts);
    }

    private static void calendar(CalendarWindow calendar, List<String> words) {
        Hours hours = calendar.hours();
        if (!hours.equals(Hours.ALL_DAY)) {
            words.add("%s to %s".formatted(hours.from(), hours.until()));
        }
        if (!calendar.days().equals(CalendarWindow.EVERY_DAY)) {
            words.add(
                    calendar.days().stream()
                            .sorted()
                            .map(RestrictionWords::day)
                            .collect(Collectors.joining(" ")));
        }
        calendar.dates().from().ifPresent(day -> words.add("from " + day + " on"));
        calendar.dates().until().ifPresent(day -> words.add("before " + day));
    }

    private static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static void bounds(Bounds bounds, LongFunction<String> unit, List<String> words) {
        if (bounds.from() > 0) {
            words.add("from " + unit.apply(bounds.from()) + " on");
        }
        if (bounds.hasUpperEnd()) {
            words.add("below " + unit.apply(bounds.below()));
        }
    }
}
