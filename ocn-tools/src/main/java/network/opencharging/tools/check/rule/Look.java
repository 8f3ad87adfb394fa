package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a field says, where it says anything that can be used. */
final class Look {
    private static final int LONGEST_NUMBER = 40;

    private Look() {}

    static Optional<BigDecimal> number(Json.Obj object, String field) {
        return object.member(field)
                .flatMap(value ->
                        value instanceof Json.Num(String literal)
                                        && literal.length() <= LONGEST_NUMBER
                                        && literal.chars().noneMatch(c -> c == 'e' || c == 'E')
                                ? Optional.of(new BigDecimal(literal))
                                : Optional.empty());
    }

    static Optional<Instant> time(Json.Obj object, String field) {
        return object.textOf(field).flatMap(OcpiTime::read);
    }

    static List<Json.Obj> objects(Json.Obj object, String field) {
        return object.member(field).orElse(Json.Null.NULL) instanceof Json.Arr(List<Json> items)
                ? items.stream()
                        .<Json.Obj>mapMulti((item, out) -> {
                            if (item instanceof Json.Obj inner) {
                                out.accept(inner);
                            }
                        })
                        .toList()
                : List.of();
    }

    static boolean isEmptyList(Json.Obj object, String field) {
        return !(object.member(field).orElse(Json.Null.NULL) instanceof Json.Arr(List<Json> items))
                || items.isEmpty();
    }
}
