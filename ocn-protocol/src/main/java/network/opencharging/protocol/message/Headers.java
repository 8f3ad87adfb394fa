package network.opencharging.protocol.message;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The headers of one message: names without case, one value each; of a repeated header the first
 * value counts.
 */
public final class Headers {
    /** No headers. */
    public static final Headers NONE = new Headers(new TreeMap<>());

    private final SortedMap<String, String> values;

    private Headers(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /** Headers from a map with one value each. */
    public static Headers of(Map<String, String> values) {
        SortedMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(values);
        return new Headers(copy);
    }

    /** Headers from a map with any number of values each, as HTTP libraries have them. */
    public static Headers ofMany(Map<String, ? extends List<String>> values) {
        SortedMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach(
                (name, all) -> all.stream().findFirst().ifPresent(one -> copy.put(name, one)));
        return new Headers(copy);
    }

    /**
     * Headers one by one, as an HTTP library walks over them; of a repeated one the first counts.
     */
    public static Headers first(Iterable<? extends Map.Entry<String, String>> all) {
        SortedMap<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.forEach(header -> values.putIfAbsent(header.getKey(), header.getValue()));
        return new Headers(values);
    }

    /** The value of the header, stripped; empty when it is missing or blank. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** These headers with one set, spelled as here. */
    public Headers with(String name, String value) {
        SortedMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(values);
        copy.remove(name);
        copy.put(name, value);
        return new Headers(copy);
    }

    /** These headers without one. */
    public Headers without(String name) {
        SortedMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(values);
        copy.remove(name);
        return new Headers(copy);
    }

    /** Names and values; look-ups in the map ignore case too. */
    public Map<String, String> asMap() {
        return values;
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return "Headers" + values.keySet();
    }
}
