package network.opencharging.protocol.json;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values of every kind, and texts of them with white space where it may stand. */
final class RandomJson {
    private static final List<String> NUMBERS =
            List.of("0", "-0.0", "25.0", "1E3", "12.50", "-7", "1e-7", "12345678901234567890");
    private static final List<String> NAMES =
            List.of("a", "b", "ü", "$c", "[0]", "data", "ocn_signature", "🔌", "a\"b", "");
    private static final List<String> TEXTS =
            List.of("", "x", "é\n", "\"quoted\"", "{\"a\":1}", "🚗", "\\", "]", "}", "\u0001");

    private final RandomGenerator random;

    RandomJson(RandomGenerator random) {
        this.random = random;
    }

    Json value(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> new Json.Num(pick(NUMBERS));
            case 1 -> Json.text(pick(TEXTS));
            case 2 -> Json.bool(random.nextBoolean());
            case 3 -> Json.Null.NULL;
            case 4 -> {
                List<Json> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(value(depth - 1));
                }
                yield Json.array(items);
            }
            default -> object(depth - 1);
        };
    }

    Json.Obj object(int depth) {
        Json.Obj object = Json.Obj.EMPTY;
        for (int i = random.nextInt(5); i > 0; i--) {
            object = object.with(pick(NAMES), value(depth));
        }
        return object;
    }

    /** The text of the value with white space between its parts. */
    String spread(Json value) {
        return switch (value) {
            case Json.Obj(var members) -> {
                List<String> parts = new ArrayList<>();
                members.forEach((name, inner) ->
                        parts.add(space() + Json.text(name) + space() + ":" + spread(inner)));
                yield space() + "{" + String.join(",", parts) + space() + "}" + space();
            }
            case Json.Arr(List<Json> items) ->
                    space()
                            + "["
                            + String.join(",", items.stream().map(this::spread).toList())
                            + space()
                            + "]"
                            + space();
            default -> space() + value.text() + space();
        };
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String space() {
        return pick(List.of("", "", " ", "\n  ", "\t", "\r\n"));
    }
}
