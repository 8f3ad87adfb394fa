package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values of an enumeration of one version in those of the other; the others stay as they are. */
final class Words {
    /** Stands for: there is no such value, the member is left out. */
    static final String NONE = "";

    private final Map<String, String> up = new HashMap<>();
    private final Map<String, String> down = new HashMap<>();

    /** Going to 2.2.1. */
    Words up(String old, String fresh) {
        up.put(old, fresh);
        return this;
    }

    /** Going to 2.1.1. */
    Words down(String fresh, String old) {
        down.put(fresh, old);
        return this;
    }

    /** Values that 2.1.1 does not have. */
    Words onlyNew(Set<String> values) {
        values.forEach(value -> down.put(value, NONE));
        return this;
    }

    Turn up() {
        return turn(up);
    }

    Turn down() {
        return turn(down);
    }

    private static Turn turn(Map<String, String> words) {
        return value ->
                value instanceof Json.Text(String word)
                        ? Optional.of(words.getOrDefault(word, word))
                                .filter(other -> !other.equals(NONE))
                                .map(Json::text)
                        : Optional.of(value);
    }
}
