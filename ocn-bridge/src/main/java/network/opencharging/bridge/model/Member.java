package network.opencharging.bridge.model;

import network.opencharging.protocol.json.Json;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One field of an object: its name, how often it stands there, and the way between JSON and the
 * record's component.
 *
 * @param <T> the object's type
 * @param <V> the component's type: the value, an {@code Optional} or a {@code List} of it
 */
public final class Member<T, V> {
    private final String name;
    private final Cardinality cardinality;
    private final Kind<?> kind;
    private final Function<Json, V> read;
    private final Function<T, Json> write;

    private Member(
            String name,
            Cardinality cardinality,
            Kind<?> kind,
            Function<Json, V> read,
            Function<T, Json> write) {
        this.name = name;
        this.cardinality = cardinality;
        this.kind = kind;
        this.read = read;
        this.write = write;
    }

    /** A field of cardinality {@code 1}. */
    public static <T, V> Member<T, V> required(String name, Kind<V> kind, Function<T, V> of) {
        return new Member<>(
                name,
                Cardinality.ONE,
                kind,
                json ->
                        kind.read(json)
                                .orElseThrow(() -> new IllegalArgumentException(name + " is bad")),
                object -> kind.write(of.apply(object)));
    }

    /** A field of cardinality {@code ?}. */
    public static <T, V> Member<T, Optional<V>> optional(
            String name, Kind<V> kind, Function<T, Optional<V>> of) {
        return new Member<>(
                name,
                Cardinality.OPTIONAL,
                kind,
                json -> json instanceof Json.Null ? Optional.empty() : kind.read(json),
                object -> of.apply(object).<Json>map(kind::write).orElse(Json.Null.NULL));
    }

    /** A field of cardinality {@code *}. */
    public static <T, V> Member<T, List<V>> any(
            String name, Kind<V> kind, Function<T, List<V>> of) {
        return list(name, Cardinality.ANY, kind, of);
    }

    /** A field of cardinality {@code +}. */
    public static <T, V> Member<T, List<V>> atLeastOne(
            String name, Kind<V> kind, Function<T, List<V>> of) {
        return list(name, Cardinality.AT_LEAST_ONE, kind, of);
    }

    private static <T, V> Member<T, List<V>> list(
            String name, Cardinality cardinality, Kind<V> kind, Function<T, List<V>> of) {
        return new Member<>(
                name,
                cardinality,
                kind,
                json -> entries(json).stream().flatMap(entry -> kind.read(entry).stream()).toList(),
                object -> {
                    List<V> values = of.apply(object);
                    return values.isEmpty() && cardinality == Cardinality.ANY
                            ? Json.Null.NULL
                            : Json.array(values.stream().map(kind::write).toList());
                });
    }

    private static List<Json> entries(Json json) {
        return json instanceof Json.Arr(List<Json> items) ? items : List.of();
    }

    /** The field's name in JSON. */
    public String name() {
        return name;
    }

    /** How often it may stand in its object. */
    public Cardinality cardinality() {
        return cardinality;
    }

    /** What one value of it is. */
    public Kind<?> kind() {
        return kind;
    }

    /** The component's value, out of an object that was checked. */
    public V read(Json.Obj object) {
        return read.apply(object.member(name).orElse(Json.Null.NULL));
    }

    /** The field as it is written; null when it is left out. */
    Json write(T object) {
        return write.apply(object);
    }
}
