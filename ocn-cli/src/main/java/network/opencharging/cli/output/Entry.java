package network.opencharging.cli.output;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that is shown: names and values in order. A value is a text, a number, a truth or a
 * list of texts.
 *
 * @param values by name
 */
public record Entry(Map<String, Object> values) {

    /** Nothing yet. */
    public static Entry empty() {
        return new Entry(new LinkedHashMap<>());
    }

    /** The same with one value more. */
    public Entry with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value instanceof Collection<?> many ? texts(many) : plain(value));
        return new Entry(more);
    }

    private static List<String> texts(Collection<?> many) {
        return many.stream().map(String::valueOf).toList();
    }

    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
    }
}
