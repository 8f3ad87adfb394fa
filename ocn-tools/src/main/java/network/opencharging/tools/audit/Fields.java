package network.opencharging.tools.audit;

import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.protocol.json.Json;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a field of an object says, where it says anything that can be reckoned with. */
final class Fields {
    private static final int LONGEST_NUMBER = 30;

    private Fields() {}

    /** A number as it is written: exact, without an exponent. */
    static Optional<BigDecimal> number(Json.Obj object, String field) {
        return object.member(field).flatMap(Fields::number);
    }

    private static Optional<BigDecimal> number(Json json) {
        return json instanceof Json.Num(String literal)
                        && literal.length() <= LONGEST_NUMBER
                        && literal.chars().noneMatch(c -> c == 'e' || c == 'E')
                ? Optional.of(new BigDecimal(literal))
                : Optional.empty();
    }

    /** A moment, cut to the second. */
    static Optional<Instant> second(Json.Obj object, String field) {
        return object.textOf(field)
                .flatMap(OcpiTime::read)
                .map(time -> time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The objects of a list; other things in it are left out. */
    static List<Json.Obj> objects(Json.Obj object, String field) {
        return object.member(field).orElse(Json.Null.NULL) instanceof Json.Arr(List<Json> items)
                ? items.stream()
                        .filter(Json.Obj.class::isInstance)
                        .map(Json.Obj.class::cast)
                        .toList()
                : List.of();
    }

    /** An object as maps, lists, texts and decimals. */
    static Map<String, @Nullable Object> plain(Json.Obj object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> members.put(name, plain(value)));
        return members;
    }

    private static @Nullable Object plain(Json json) {
        return switch (json) {
            case Json.Obj object -> plain(object);
            case Json.Arr(List<Json> items) -> {
                List<@Nullable Object> list = new ArrayList<>();
                items.forEach(item -> list.add(plain(item)));
                yield list;
            }
            case Json.Text(String text) -> text;
            // What nobody writes as a price stays a text, which the reader of tariffs refuses.
            case Json.Num(String literal) -> number(json).<Object>map(n -> n).orElse(literal);
            case Json.Bool(boolean truth) -> truth;
            case Json.Null _ -> null;
        };
    }
}
