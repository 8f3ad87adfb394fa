package network.opencharging.bridge.model;

import network.opencharging.protocol.json.Json;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fields of one object type, as the model file lists them: everything that reads, writes,
 * checks, changes or invents such objects is driven by it.
 *
 * @param <T> the object's type
 */
public final class Shape<T> {
    private final String name;
    private final Function<Json.Obj, T> from;
    private final Function<T, Json.Obj> extra;
    private final List<Member<T, ?>> members;
    private final Set<String> names;

    private Shape(
            String name,
            Function<Json.Obj, T> from,
            Function<T, Json.Obj> extra,
            List<Member<T, ?>> members) {
        this.name = name;
        this.from = from;
        this.extra = extra;
        this.members = members;
        this.names = members.stream().map(Member::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The shape of the generated type of that name. */
    public static <T> Shape<T> of(
            String name,
            Function<Json.Obj, T> from,
            Function<T, Json.Obj> extra,
            List<Member<T, ?>> members) {
        return new Shape<>(name, from, extra, members);
    }

    /** The type's name in OCPI. */
    public String name() {
        return name;
    }

    /** The fields in the order of the specification. */
    public List<Member<T, ?>> members() {
        return members;
    }

    /** Objects of this shape as values of another object. */
    public Kind<T> kind() {
        return new Kind.Nested<>(this);
    }

    /** Checks the JSON and makes the object from it when that is possible. */
    public Reading<T> read(Json json) {
        List<Finding> findings = check(json);
        boolean unreadable =
                findings.stream().anyMatch(found -> found.severity() == Severity.UNREADABLE);
        return unreadable || !(json instanceof Json.Obj object)
                ? new Reading.Unreadable<>(findings)
                : new Reading.Read<>(from.apply(object), findings);
    }

    /** Everything that is remarkable about the JSON as an object of this shape. */
    public List<Finding> check(Json json) {
        return Check.whole(this, json);
    }

    /**
     * Everything that is remarkable about the JSON as a PATCH of an object of this shape: fields
     * may be missing, except {@code last_updated} where the shape has it (OCPI 2.2.1 §8.2.2.3).
     */
    public List<Finding> checkPatch(Json json) {
        return Check.patch(this, json);
    }

    /** The object as JSON: known fields in the order of the specification, then the unknown. */
    public Json.Obj write(T object) {
        SequencedMap<String, Json> written = new LinkedHashMap<>();
        for (Member<T, ?> member : members) {
            Json value = member.write(object);
            if (!(value instanceof Json.Null)) {
                written.put(member.name(), value);
            }
        }
        extra.apply(object).members().forEach(written::putIfAbsent);
        return new Json.Obj(written);
    }

    /** The members that this shape does not know. */
    public Json.Obj extraOf(Json.Obj object) {
        if (names.containsAll(object.members().keySet())) {
            return Json.Obj.EMPTY;
        }
        SequencedMap<String, Json> unknown = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            if (!names.contains(member.getKey())) {
                unknown.put(member.getKey(), member.getValue());
            }
        }
        return new Json.Obj(unknown);
    }

    /** True when the shape has a field of that name. */
    public boolean knows(String field) {
        return names.contains(field);
    }

    /** The field of that name. */
    public Optional<Member<T, ?>> member(String field) {
        return members.stream().filter(member -> member.name().equals(field)).findFirst();
    }

    /** The object from JSON that was checked as part of a larger object. */
    T build(Json.Obj object) {
        return from.apply(object);
    }

    /**
     * What a builder was given for a required field.
     *
     * @throws IllegalStateException naming the field when nothing was given
     */
    public static <V> V required(@Nullable V value, String field) {
        if (value == null) {
            throw new IllegalStateException(field + " is required");
        }
        return value;
    }
}
