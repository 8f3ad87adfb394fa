package network.opencharging.bridge.tariff;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One object of a tariff that is being read: gives typed fields and notes what is wrong with them,
 * so that all faults are told at once.
 */
final class Fields {
    private final String path;
    private final Map<?, ? extends @Nullable Object> values;
    private final List<Fault> faults;

    Fields(String path, Map<?, ? extends @Nullable Object> values, List<Fault> faults) {
        this.path = path;
        this.values = values;
        this.faults = faults;
    }

    String path() {
        return path;
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    void fault(String name, String rule) {
        faults.add(new Fault(path + "." + name, rule));
    }

    /** Refuses misspelt fields: one that is ignored would change the price unseen. */
    void allowOnly(Set<String> known) {
        for (Object name : values.keySet()) {
            if (!known.contains(name)) {
                fault(
                        String.valueOf(name),
                        "is not a field of OCPI 2.2.1 here; known are " + new TreeSet<>(known));
            }
        }
    }

    Optional<String> text(String name) {
        return typed(name, String.class, "must be a text");
    }

    Optional<BigDecimal> number(String name) {
        return switch (values.get(name)) {
            case null -> Optional.empty();
            case BigDecimal decimal -> Optional.of(decimal);
            case Integer whole -> Optional.of(BigDecimal.valueOf(whole));
            case Long whole -> Optional.of(BigDecimal.valueOf(whole));
            case Double _ ->
                    throw new IllegalArgumentException(
                            "%s.%s is a double: let the parser keep decimals"
                                    .formatted(path, name));
            default -> {
                fault(name, "must be a number, not a text or an object");
                yield Optional.empty();
            }
        };
    }

    Optional<Integer> whole(String name) {
        Optional<BigDecimal> number = number(name);
        try {
            return number.map(BigDecimal::intValueExact);
        } catch (ArithmeticException e) {
            fault(name, "must be a whole number up to %d".formatted(Integer.MAX_VALUE));
            return Optional.empty();
        }
    }

    Optional<Fields> object(String name) {
        return typed(name, Map.class, "must be an object")
                .map(map -> new Fields(path + "." + name, (Map<?, ?>) map, faults));
    }

    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        List<?> list = typed(name, List.class, "must be a list").orElse(List.of());
        for (int i = 0; i < list.size(); i++) {
            String place = "%s[%d]".formatted(name, i);
            if (list.get(i) instanceof Map<?, ?> map) {
                objects.add(new Fields(path + "." + place, map, faults));
            } else {
                fault(place, "must be an object");
            }
        }
        return objects;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        List<?> list = typed(name, List.class, "must be a list").orElse(List.of());
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof String text) {
                texts.add(text);
            } else {
                fault("%s[%d]".formatted(name, i), "must be a text");
            }
        }
        return texts;
    }

    /** The field read from text; what the reader refuses becomes a fault with this rule. */
    <T> Optional<T> parsed(String name, Function<String, T> reader, String rule) {
        Optional<String> text = text(name);
        try {
            return text.map(reader);
        } catch (IllegalArgumentException | DateTimeException e) {
            fault(name, rule);
            return Optional.empty();
        }
    }

    /** What {@code maker} makes; the rule by which it refuses becomes a fault of the field. */
    <T> Optional<T> made(String name, Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            fault(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * Notes a fault when a required field is missing; a field of the wrong type is noted already.
     */
    <T> Optional<T> required(String name, Optional<T> value) {
        if (!has(name)) {
            fault(name, "is required");
        }
        return value;
    }

    private <T> Optional<T> typed(String name, Class<T> type, String rule) {
        Object value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            fault(name, rule);
            return Optional.empty();
        }
        return Optional.of(type.cast(value));
    }
}
