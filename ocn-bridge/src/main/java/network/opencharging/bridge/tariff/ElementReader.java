package network.opencharging.bridge.tariff;

import network.opencharging.bridge.unit.Milliamperes;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one element of a tariff (OCPI 2.2.1 §11.4.4). */
final class ElementReader {
    private static final Pattern TIME = Pattern.compile("([0-1][0-9]|2[0-3]):[0-5][0-9]");
    private static final Set<String> ELEMENT = Set.of("price_components", "restrictions");
    private static final Set<String> COMPONENT = Set.of("type", "price", "vat", "step_size");
    private static final Set<String> RESTRICTIONS =
            Set.of(
                    "start_time",
                    "end_time",
                    "start_date",
                    "end_date",
                    "day_of_week",
                    "min_kwh",
                    "max_kwh",
                    "min_current",
                    "max_current",
                    "min_power",
                    "max_power",
                    "min_duration",
                    "max_duration",
                    "reservation");

    private ElementReader() {}

    /** The element, or empty when a fault was noted. */
    static Optional<TariffElement> read(Fields json) {
        json.allowOnly(ELEMENT);
        List<Fields> inside = json.objects("price_components");
        List<PriceComponent> components = new ArrayList<>();
        for (Fields component : inside) {
            component(component).ifPresent(components::add);
        }
        Optional<Restrictions> restrictions =
                json.has("restrictions")
                        ? json.object("restrictions").flatMap(ElementReader::restrictions)
                        : Optional.of(Restrictions.NONE);
        if (components.size() < inside.size() || restrictions.isEmpty()) {
            return Optional.empty();
        }
        return json.made(
                "price_components", () -> new TariffElement(components, restrictions.get()));
    }

    private static Optional<PriceComponent> component(Fields json) {
        json.allowOnly(COMPONENT);
        Optional<Dimension> type =
                json.required(
                        "type",
                        json.parsed(
                                "type",
                                Dimension::valueOf,
                                "must be ENERGY, FLAT, PARKING_TIME or TIME"));
        Optional<BigDecimal> price = json.required("price", json.number("price"));
        Optional<BigDecimal> vat = json.number("vat");
        Optional<Integer> step = json.required("step_size", json.whole("step_size"));
        if (type.isEmpty() || price.isEmpty() || step.isEmpty()) {
            return Optional.empty();
        }
        return json.made(
                "price", () -> new PriceComponent(type.get(), price.get(), vat, step.get()));
    }

    private static Optional<Restrictions> restrictions(Fields json) {
        json.allowOnly(RESTRICTIONS);
        Optional<CalendarWindow> calendar = calendar(json);
        Optional<Bounds> energy =
                bounds(json, "kwh", kwh -> WattHours.ofKilowattHours(kwh).value());
        Optional<Bounds> current =
                bounds(json, "current", amperes -> Milliamperes.ofAmperes(amperes).value());
        Optional<Bounds> power = bounds(json, "power", kw -> Watts.ofKilowatts(kw).value());
        Optional<Bounds> duration = bounds(json, "duration", BigDecimal::longValueExact);
        Optional<ReservationKind> reservation =
                json.parsed(
                        "reservation",
                        ReservationKind::valueOf,
                        "must be RESERVATION or RESERVATION_EXPIRES");
        boolean complete =
                calendar.isPresent()
                        && energy.isPresent()
                        && current.isPresent()
                        && power.isPresent()
                        && duration.isPresent();
        return complete
                ? json.made(
                        "reservation",
                        () ->
                                new Restrictions(
                                        calendar.get(),
                                        energy.get(),
                                        current.get(),
                                        power.get(),
                                        duration.get(),
                                        reservation))
                : Optional.empty();
    }

    private static Optional<CalendarWindow> calendar(Fields json) {
        LocalTime start = time(json, "start_time").orElse(LocalTime.MIDNIGHT);
        LocalTime end = time(json, "end_time").orElse(LocalTime.MIDNIGHT);
        Optional<Hours> hours = json.made("end_time", () -> new Hours(start, end));
        Optional<LocalDate> from = date(json, "start_date");
        Optional<LocalDate> until = date(json, "end_date");
        Optional<Dates> dates = json.made("end_date", () -> new Dates(from, until));
        Set<DayOfWeek> days = days(json);
        return hours.isPresent() && dates.isPresent()
                ? Optional.of(new CalendarWindow(hours.get(), dates.get(), days))
                : Optional.empty();
    }

    private static Optional<LocalTime> time(Fields json, String name) {
        return json.parsed(
                name, ElementReader::time, "must be a time of day as HH:MM with leading zeros");
    }

    private static LocalTime time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return LocalTime.parse(text);
    }

    private static Optional<LocalDate> date(Fields json, String name) {
        return json.parsed(name, LocalDate::parse, "must be a day as YYYY-MM-DD");
    }

    private static Set<DayOfWeek> days(Fields json) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : json.texts("day_of_week")) {
            json.made("day_of_week", () -> day(name)).ifPresent(days::add);
        }
        return days.isEmpty() ? CalendarWindow.EVERY_DAY : days;
    }

    private static DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(name)) {
                return day;
            }
        }
        throw new IllegalArgumentException("must name days as MONDAY, not " + name);
    }

    private static Optional<Bounds> bounds(
            Fields json, String name, Function<BigDecimal, Long> unit) {
        Optional<Long> min = end(json, "min_" + name, unit);
        Optional<Long> max = end(json, "max_" + name, unit);
        return json.made(
                "max_" + name, () -> new Bounds(min.orElse(0L), max.orElse(Long.MAX_VALUE)));
    }

    private static Optional<Long> end(Fields json, String name, Function<BigDecimal, Long> unit) {
        return json.number(name).flatMap(number -> json.made(name, () -> counted(number, unit)));
    }

    private static Long counted(BigDecimal number, Function<BigDecimal, Long> unit) {
        try {
            return unit.apply(number);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("must be whole seconds", e);
        }
    }
}
