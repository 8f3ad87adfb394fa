package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The table of one kind of object. Members that the table does not name are the same in both
 * versions, or in neither, and travel as they are; so does {@code null}.
 */
final class Shape {
    private final Map<String, Row> byOld = new HashMap<>();
    private final Map<String, Row> byNew = new HashMap<>();
    private final Set<String> onlyOld = new HashSet<>();
    private final Set<String> onlyNew = new HashSet<>();

    /** One member: its names and what becomes of its value. */
    private record Row(String old, String fresh, Turn up, Turn down) {}

    Shape renamed(String old, String fresh) {
        return turned(old, fresh, Turn.keep(), Turn.keep());
    }

    Shape turned(String old, String fresh, Turn up, Turn down) {
        Row row = new Row(old, fresh, up, down);
        byOld.put(old, row);
        byNew.put(fresh, row);
        return this;
    }

    Shape words(String name, Words words) {
        return turned(name, name, Turn.each(words.up()), Turn.each(words.down()));
    }

    Shape nested(String name, Shape shape) {
        return turned(name, name, Turn.each(shape.up()), Turn.each(shape.down()));
    }

    /** What only 2.2.1 has: dropped on the way to 2.1.1. */
    Shape onlyNew(String... names) {
        onlyNew.addAll(Set.of(names));
        return this;
    }

    /** What only 2.1.1 has: dropped on the way to 2.2.1. */
    Shape onlyOld(String... names) {
        onlyOld.addAll(Set.of(names));
        return this;
    }

    Turn up() {
        return value -> Optional.of(value instanceof Json.Obj object ? up(object) : value);
    }

    Turn down() {
        return value -> Optional.of(value instanceof Json.Obj object ? down(object) : value);
    }

    /** In the words of 2.2.1. */
    Json.Obj up(Json.Obj old) {
        SequencedMap<String, Json> fresh = new LinkedHashMap<>();
        old.members()
                .forEach((name, value) -> {
                    Row row = byOld.get(name);
                    if (row != null) {
                        put(fresh, row.fresh(), value, row.up());
                    } else if (!onlyOld.contains(name)) {
                        fresh.put(name, value);
                    }
                });
        return new Json.Obj(fresh);
    }

    /** In the words of 2.1.1. */
    Json.Obj down(Json.Obj fresh) {
        SequencedMap<String, Json> old = new LinkedHashMap<>();
        fresh.members()
                .forEach((name, value) -> {
                    Row row = byNew.get(name);
                    if (row != null) {
                        put(old, row.old(), value, row.down());
                    } else if (!onlyNew.contains(name)) {
                        old.put(name, value);
                    }
                });
        return new Json.Obj(old);
    }

    private static void put(Map<String, Json> members, String name, Json value, Turn turn) {
        Optional<Json> turned = value == Json.Null.NULL ? Optional.of(value) : turn.turn(value);
        turned.ifPresent(said -> members.put(name, said));
    }
}
