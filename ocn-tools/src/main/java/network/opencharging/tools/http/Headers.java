package network.opencharging.tools.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The headers of a request or an answer: names are compared without case, several values of one
 * name are joined with a comma.
 *
 * @param values value by name, unmodifiable
 */
public record Headers(SortedMap<String, String> values) {
    private static final Headers NONE = new Headers(Collections.emptySortedMap());

    /** Copies into a map that ignores the case of names. */
    public Headers {
        SortedMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(values);
        values = Collections.unmodifiableSortedMap(copy);
    }

    /** No headers. */
    public static Headers none() {
        return NONE;
    }

    /** From the form that the JDK's server and client use. */
    static Headers of(Map<String, List<String>> lists) {
        SortedMap<String, String> joined = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        lists.forEach((name, list) -> joined.put(name, String.join(", ", list)));
        return new Headers(joined);
    }

    /** These headers and one more; a header of that name is replaced. */
    public Headers with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(values);
        more.put(name, value);
        return new Headers(more);
    }

    /** These headers without one. */
    public Headers without(String name) {
        SortedMap<String, String> fewer = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fewer.putAll(values);
        fewer.remove(name);
        return new Headers(fewer);
    }

    /** The value of a header, or empty when it is not there. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
