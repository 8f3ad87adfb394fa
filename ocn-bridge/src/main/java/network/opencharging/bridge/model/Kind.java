package network.opencharging.bridge.model;

import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one value of OCPI is: how it is read from JSON and written to it.
 *
 * <p>Reading is lenient about the form (a number where a text belongs) and never guesses about the
 * meaning; {@link Check} tells about both.
 *
 * @param <V> the value's type in Java
 */
public sealed interface Kind<V> {

    /** The value, or empty when the JSON says nothing that could be meant. */
    Optional<V> read(Json json);

    /** The value as JSON, in the strict form. */
    Json write(V value);

    /**
     * OCPI {@code string}: compared with case.
     *
     * @param max characters, 0 for no limit
     * @param tolerated the length an erratum allows, at least {@code max}
     * @param pattern what the text must look like
     */
    record Text(int max, int tolerated, Form pattern) implements Kind<String> {
        /** This text with the longer length that an erratum allows. */
        public Text tolerating(int longer) {
            return new Text(max, longer, pattern);
        }

        /** This text in a form, which is a regular expression. */
        public Text matching(String expression) {
            return new Text(max, tolerated, Form.of(expression));
        }

        @Override
        public Optional<String> read(Json json) {
            return Literal.text(json);
        }

        @Override
        public Json write(String value) {
            return Json.text(value);
        }
    }

    /**
     * OCPI {@code CiString}: compared without case.
     *
     * @param max characters, 0 for no limit
     */
    record CaselessText(int max) implements Kind<CiString> {
        @Override
        public Optional<CiString> read(Json json) {
            return Literal.text(json).map(CiString::new);
        }

        @Override
        public Json write(CiString value) {
            return Json.text(value.text());
        }
    }

    /** OCPI {@code URL}, kept as text. */
    record Url() implements Kind<String> {
        @Override
        public Optional<String> read(Json json) {
            return json.asText();
        }

        @Override
        public Json write(String value) {
            return Json.text(value);
        }
    }

    /** OCPI {@code DateTime}. */
    record Moment() implements Kind<Instant> {
        @Override
        public Optional<Instant> read(Json json) {
            return json.asText().flatMap(OcpiTime::read);
        }

        @Override
        public Json write(Instant value) {
            return Json.text(OcpiTime.write(value));
        }
    }

    /** OCPI {@code number}: exact, written plainly. */
    record Decimal() implements Kind<BigDecimal> {
        @Override
        public Optional<BigDecimal> read(Json json) {
            return Literal.decimal(json);
        }

        @Override
        public Json write(BigDecimal value) {
            return Json.number(value);
        }
    }

    /**
     * OCPI {@code int}.
     *
     * @param digits at most so many, 0 for no limit
     */
    record Whole(int digits) implements Kind<Long> {
        @Override
        public Optional<Long> read(Json json) {
            return Literal.whole(json);
        }

        @Override
        public Json write(Long value) {
            return Json.number(value);
        }
    }

    /** OCPI {@code boolean}. */
    record Flag() implements Kind<Boolean> {
        @Override
        public Optional<Boolean> read(Json json) {
            return json instanceof Json.Bool(boolean value) ? Optional.of(value) : Optional.empty();
        }

        @Override
        public Json write(Boolean value) {
            return Json.bool(value);
        }
    }

    /**
     * A value of an enumeration.
     *
     * @param name the enumeration
     * @param of makes the value, known or not
     * @param known what the version lists
     * @param values the same as texts
     */
    record Word<E extends OpenEnum>(
            String name, Function<String, E> of, List<E> known, Set<String> values)
            implements Kind<E> {
        @Override
        public Optional<E> read(Json json) {
            return Literal.text(json).map(of);
        }

        @Override
        public Json write(E value) {
            return Json.text(value.value());
        }
    }

    /**
     * An object inside an object.
     *
     * @param shape the inner object's shape
     */
    record Nested<T>(Shape<T> shape) implements Kind<T> {
        @Override
        public Optional<T> read(Json json) {
            return json instanceof Json.Obj object
                    ? Optional.of(shape.build(object))
                    : Optional.empty();
        }

        @Override
        public Json write(T value) {
            return shape.write(value);
        }
    }

    /** Anything. */
    record Any() implements Kind<Json> {
        @Override
        public Optional<Json> read(Json json) {
            return Optional.of(json);
        }

        @Override
        public Json write(Json value) {
            return value;
        }
    }

    /** A {@code string} of at most so many characters, 0 for no limit. */
    static Text text(int max) {
        return new Text(max, max, Form.ANY);
    }

    /** A {@code CiString} of at most so many characters, 0 for no limit. */
    static Kind<CiString> caselessText(int max) {
        return new CaselessText(max);
    }

    /** A {@code URL}. */
    static Kind<String> url() {
        return new Url();
    }

    /** A {@code DateTime}. */
    static Kind<Instant> moment() {
        return new Moment();
    }

    /** A {@code number}. */
    static Kind<BigDecimal> decimal() {
        return new Decimal();
    }

    /** An {@code int} of at most so many digits, 0 for no limit. */
    static Kind<Long> whole(int digits) {
        return new Whole(digits);
    }

    /** A {@code boolean}. */
    static Kind<Boolean> flag() {
        return new Flag();
    }

    /** A value of the enumeration of that name. */
    static <E extends OpenEnum> Kind<E> word(String name, Function<String, E> of, List<E> known) {
        return new Word<>(
                name,
                of,
                known,
                known.stream().map(OpenEnum::value).collect(Collectors.toUnmodifiableSet()));
    }

    /** Any JSON. */
    static Kind<Json> any() {
        return new Any();
    }
}
