package network.opencharging.node.index;

import network.opencharging.protocol.json.Json;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists and plain values, and back. */
final class Plain {
    private Plain() {}

    static Map<String, Object> map(Json.Obj object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.members()
                .forEach((name, value) -> {
                    Object plain = value(value);
                    if (plain != null) {
                        map.put(name, plain);
                    }
                });
        return map;
    }

    private static @Nullable Object value(Json json) {
        return switch (json) {
            case Json.Obj object -> map(object);
            case Json.Arr(List<Json> items) -> list(items);
            case Json.Text(String text) -> text;
            case Json.Num number -> number(number);
            case Json.Bool(boolean truth) -> truth;
            default -> null;
        };
    }

    private static List<Object> list(List<Json> items) {
        List<Object> list = new ArrayList<>();
        for (Json item : items) {
            Object plain = value(item);
            if (plain != null) {
                list.add(plain);
            }
        }
        return list;
    }

    /** No argument of the contract is larger than an int. */
    private static Object number(Json.Num number) {
        return number.isInteger() && number.literal().length() < 10
                ? (Object) Integer.valueOf(number.literal())
                : number.literal();
    }

    static Json json(@Nullable Object value) {
        return switch (value) {
            case null -> Json.Null.NULL;
            case Map<?, ?> map -> object(map);
            case List<?> list -> Json.array(list.stream().map(Plain::json).toList());
            case Number number -> Json.number(number.longValue());
            case Boolean truth -> Json.bool(truth);
            default -> Json.text(value.toString());
        };
    }

    private static Json.Obj object(Map<?, ?> map) {
        Map<String, Json> members = new LinkedHashMap<>();
        map.forEach((name, value) -> members.put(String.valueOf(name), json(value)));
        return Json.object(members);
    }
}
