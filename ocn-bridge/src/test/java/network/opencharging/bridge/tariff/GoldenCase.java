package network.opencharging.bridge.tariff;

import network.opencharging.bridge.tariff.Period.Charging;
import network.opencharging.bridge.tariff.Period.Parked;
import network.opencharging.bridge.tariff.Period.Reserved;
import network.opencharging.bridge.unit.Milliamperes;
import network.opencharging.bridge.unit.Money;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;
import network.opencharging.protocol.party.PartyId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One line of the golden file: a tariff, a history, and what the naive rater says it costs. */
record GoldenCase(
        String id, Tariff tariff, ZoneId zone, ChargingHistory history, JsonNode expected) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<GoldenCase> all() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        GoldenCase.class.getResourceAsStream(
                                                "/golden/rating.jsonl")),
                                StandardCharsets.UTF_8))) {
            return lines.lines().map(GoldenCase::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenCase read(String line) {
        JsonNode json = JSON.readTree(line);
        return new GoldenCase(
                json.get("id").asString(),
                tariff(json.get("tariff")),
                ZoneId.of(json.get("zone").asString()),
                history(json.get("history")),
                json.get("expect"));
    }

    private static Tariff tariff(JsonNode json) {
        Currency currency = Currency.getInstance(json.get("currency").asString());
        List<TariffElement> elements = new ArrayList<>();
        for (JsonNode element : json.get("elements")) {
            elements.add(element(element));
        }
        PriceLimits limits =
                new PriceLimits(
                        opt(json, "min_price").map(node -> price(currency, node)),
                        opt(json, "max_price").map(node -> price(currency, node)));
        return new Tariff(
                new TariffKey(new PartyId("AT", "WRN"), "golden"),
                Optional.empty(),
                TariffNote.NONE,
                new PriceList(currency, limits, elements),
                Validity.ALWAYS,
                Instant.EPOCH);
    }

    private static Money price(Currency currency, JsonNode json) {
        return new Money(
                currency,
                decimal(json.get("excl_vat")),
                opt(json, "incl_vat").map(GoldenCase::decimal));
    }

    private static TariffElement element(JsonNode json) {
        List<PriceComponent> components = new ArrayList<>();
        for (JsonNode component : json.get("price_components")) {
            components.add(
                    new PriceComponent(
                            Dimension.valueOf(component.get("type").asString()),
                            decimal(component.get("price")),
                            opt(component, "vat").map(GoldenCase::decimal),
                            component.get("step_size").asInt()));
        }
        Restrictions when =
                opt(json, "restrictions").map(GoldenCase::when).orElse(Restrictions.NONE);
        return new TariffElement(components, when);
    }

    private static Restrictions when(JsonNode json) {
        List<DayOfWeek> days = new ArrayList<>();
        opt(json, "day_of_week")
                .ifPresent(
                        names -> names.forEach(day -> days.add(DayOfWeek.valueOf(day.asString()))));
        return new Restrictions(
                new CalendarWindow(
                        new Hours(time(json, "start_time"), time(json, "end_time")),
                        new Dates(date(json, "start_date"), date(json, "end_date")),
                        days.isEmpty() ? CalendarWindow.EVERY_DAY : Set.copyOf(days)),
                bounds(json, "kwh", GoldenCase::thousandths),
                bounds(json, "current", GoldenCase::thousandths),
                bounds(json, "power", GoldenCase::thousandths),
                bounds(json, "duration", JsonNode::asLong),
                opt(json, "reservation").map(kind -> ReservationKind.valueOf(kind.asString())));
    }

    private static LocalTime time(JsonNode json, String name) {
        return opt(json, name)
                .map(text -> LocalTime.parse(text.asString()))
                .orElse(LocalTime.MIDNIGHT);
    }

    private static Optional<LocalDate> date(JsonNode json, String name) {
        return opt(json, name).map(text -> LocalDate.parse(text.asString()));
    }

    private static Bounds bounds(JsonNode json, String name, Function<JsonNode, Long> unit) {
        return new Bounds(
                opt(json, "min_" + name).map(unit).orElse(0L),
                opt(json, "max_" + name).map(unit).orElse(Long.MAX_VALUE));
    }

    private static Long thousandths(JsonNode json) {
        return decimal(json).movePointRight(3).longValueExact();
    }

    private static ChargingHistory history(JsonNode json) {
        List<Period> periods = new ArrayList<>();
        for (JsonNode period : json.get("periods")) {
            Instant until = Instant.ofEpochSecond(period.get("until").asLong());
            periods.add(
                    switch (period.get("kind").asString()) {
                        case "CHARGING" ->
                                new Charging(
                                        until,
                                        new WattHours(period.get("wh").asLong()),
                                        opt(period, "w").map(w -> new Watts(w.asLong())),
                                        opt(period, "ma").map(a -> new Milliamperes(a.asLong())));
                        case "PARKED" -> new Parked(until);
                        default ->
                                new Reserved(
                                        until,
                                        ReservationEnd.valueOf(period.get("end").asString()));
                    });
        }
        return new ChargingHistory(Instant.ofEpochSecond(json.get("start").asLong()), periods);
    }

    private static BigDecimal decimal(JsonNode text) {
        return new BigDecimal(text.asString());
    }

    private static Optional<JsonNode> opt(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).filter(node -> !node.isNull());
    }
}
