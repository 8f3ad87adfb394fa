package network.opencharging.protocol.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A JSON value that remembers how it was written: members keep their order and a number keeps its
 * literal text, so that {@code 25.0}, {@code 25} and {@code 2.5E1} stay three different texts and
 * no number ever becomes a double on the way.
 *
 * <p>Values are immutable. Text comes in through {@link JsonReader} and goes out through {@link
 * #text()}.
 */
public sealed interface Json {
    /**
     * An object.
     *
     * @param members names and values in the order of the text
     */
    record Obj(SequencedMap<String, Json> members) implements Json {
        /** An empty object, to be filled by {@link #with}. */
        public static final Obj EMPTY = new Obj(new LinkedHashMap<>());

        /** Keeps a copy that nobody can change. */
        public Obj {
            members =
                    Collections.unmodifiableSequencedMap(
                            members instanceof Members own ? own : new LinkedHashMap<>(members));
        }

        /** The member of that exact name. */
        public Optional<Json> member(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /** The text of the member of that name, when it is a string. */
        public Optional<String> textOf(String name) {
            return member(name).flatMap(Json::asText);
        }

        /** The object under that name, when it is one. */
        public Optional<Obj> objectOf(String name) {
            return member(name)
                    .flatMap(value ->
                            value instanceof Obj inner ? Optional.of(inner) : Optional.empty());
        }

        /** This object with the member set: in its old place when it was there, else at the end. */
        public Obj with(String name, Json value) {
            SequencedMap<String, Json> changed = new LinkedHashMap<>(members);
            changed.put(name, value);
            return new Obj(changed);
        }

        /** This object with a string member set. */
        public Obj with(String name, String value) {
            return with(name, new Text(value));
        }

        /** This object with the member set when there is a value, else this object. */
        public Obj withOptional(String name, Optional<? extends Json> value) {
            return value.map(present -> with(name, present)).orElse(this);
        }

        /** This object without the member of that name. */
        public Obj without(String name) {
            SequencedMap<String, Json> changed = new LinkedHashMap<>(members);
            changed.remove(name);
            return new Obj(changed);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * An array.
     *
     * @param items the values in order
     */
    record Arr(List<Json> items) implements Json {
        /** Keeps a copy that nobody can change. */
        public Arr {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * A string.
     *
     * @param value the text without quotes and escapes
     */
    record Text(String value) implements Json {
        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * A number.
     *
     * @param literal the number as it is written, for instance {@code 12.50} or {@code 1E3}
     */
    record Num(String literal) implements Json {
        /**
         * Checks the form.
         *
         * @throws IllegalArgumentException when JSON would not read the literal as a number
         */
        public Num {
            if (!JsonNumber.isLiteral(literal)) {
                throw new IllegalArgumentException(
                        "a JSON number must have the form of RFC 8259 §6");
            }
        }

        /** True when the literal has neither a fraction nor an exponent. */
        public boolean isInteger() {
            return literal.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
        }

        @Override
        public String toString() {
            return literal;
        }
    }

    /**
     * A truth value.
     *
     * @param value true or false
     */
    record Bool(boolean value) implements Json {
        @Override
        public String toString() {
            return text();
        }
    }

    /** The value {@code null}. */
    enum Null implements Json {
        /** The only one. */
        NULL;

        @Override
        public String toString() {
            return text();
        }
    }

    /** A string value. */
    static Text text(String value) {
        return new Text(value);
    }

    /** An integer. */
    static Num number(long value) {
        return new Num(Long.toString(value));
    }

    /** A decimal number, written plainly and with the digits it has. */
    static Num number(BigDecimal value) {
        return new Num(value.toPlainString());
    }

    /** A truth value. */
    static Bool bool(boolean value) {
        return new Bool(value);
    }

    /** An array of these values. */
    static Arr array(List<? extends Json> items) {
        return new Arr(new ArrayList<>(items));
    }

    /** An object of these members; the order is that of the map. */
    static Obj object(Map<String, ? extends Json> members) {
        return new Obj(new LinkedHashMap<>(members));
    }

    /** The text of a string value; empty for every other value. */
    default Optional<String> asText() {
        return this instanceof Text(String value) ? Optional.of(value) : Optional.empty();
    }

    /**
     * This value as compact text: no white space, members in their order, numbers as their
     * literals, and in strings only the escapes that JSON demands (control characters as {@code \b
     * \t \n \f \r} or four upper-case hexadecimal digits).
     */
    default String text() {
        return JsonWriter.write(this);
    }

    /** {@link #text()} in UTF-8. */
    default byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
