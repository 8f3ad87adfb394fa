package network.opencharging.tools.yaml;

import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a block, asked for one by one. What has the wrong form is a problem, and so is at
 * the {@link #end} what nobody asked for.
 */
public final class Fields {
    private static final Pattern DURATION =
            Pattern.compile("([0-9]{1,9})(\\.[0-9]{1,3})?\\s*(ms|s|m|h|d)");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private final Written.Block block;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    private Fields(Written.Block block, Problems problems) {
        this.block = block;
        this.problems = problems;
    }

    /** The names of a block; of anything else a problem, and no names. */
    public static Fields of(Written value, Problems problems) {
        if (value instanceof Written.Block block) {
            return new Fields(block, problems);
        }
        problems.add(value.spot(), "must be a block of names and values, not " + value.kind());
        return new Fields(
                new Written.Block(value.spot(), new java.util.LinkedHashMap<>()), problems);
    }

    /** Where the block is. */
    public Spot spot() {
        return block.spot();
    }

    /** What is wrong so far. */
    public Problems problems() {
        return problems;
    }

    /** The value under a name. */
    public Optional<Written> value(String name) {
        asked.add(name);
        return Optional.ofNullable(block.entries().get(name));
    }

    /** Which of these names is there. */
    public List<String> present(Set<String> names) {
        return block.entries().keySet().stream().filter(names::contains).toList();
    }

    /** The text under a name. */
    public Optional<String> text(String name) {
        return value(name).flatMap(value -> word(value).map(Written.Word::text));
    }

    /** The text under a name that must be there; empty text when it is not. */
    public String needed(String name) {
        Optional<String> text = text(name);
        if (!block.entries().containsKey(name)) {
            problems.add(block.spot(), "needs " + name);
        }
        return text.orElse("");
    }

    /** A whole number within bounds. */
    public Optional<Integer> whole(String name, int least, int most) {
        return text(name)
                .flatMap(text -> {
                    boolean fits =
                            text.matches("-?[0-9]{1,9}")
                                    && Integer.parseInt(text) >= least
                                    && Integer.parseInt(text) <= most;
                    return fits
                            ? Optional.of(Integer.parseInt(text))
                            : wrong(name, "a whole number of %d to %d".formatted(least, most));
                });
    }

    /** A decimal number above zero. */
    public Optional<BigDecimal> decimal(String name) {
        return text(name)
                .flatMap(text ->
                        text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")
                                        && new BigDecimal(text).signum() > 0
                                ? Optional.of(new BigDecimal(text))
                                : wrong(name, "a number above 0"));
    }

    /** A time span such as {@code 250ms}, {@code 10s}, {@code 1.5h}. */
    public Optional<Duration> span(String name) {
        return text(name)
                .flatMap(text -> {
                    Matcher form = DURATION.matcher(text);
                    if (!form.matches()) {
                        return wrong(name, "a time span such as 250ms, 10s, 5m or 2h");
                    }
                    BigDecimal number =
                            new BigDecimal(
                                    form.group(1) + (form.group(2) == null ? "" : form.group(2)));
                    long unit = MILLIS.getOrDefault(form.group(3), 1L);
                    return Optional.of(
                            Duration.ofMillis(
                                    number.multiply(BigDecimal.valueOf(unit)).longValue()));
                });
    }

    /** One of some words, whatever the case. */
    public <T> Optional<T> choice(String name, Map<String, T> words) {
        return text(name)
                .flatMap(text -> {
                    Optional<T> found =
                            words.entrySet().stream()
                                    .filter(one -> one.getKey().equalsIgnoreCase(text))
                                    .map(Map.Entry::getValue)
                                    .findFirst();
                    return found.isPresent()
                            ? found
                            : wrong(name, "one of " + String.join(", ", words.keySet()));
                });
    }

    /** What a text means; a problem when it means nothing. */
    public <T> Optional<T> meaning(String name, String form, Function<String, Optional<T>> reader) {
        return text(name)
                .flatMap(text -> {
                    Optional<T> read = reader.apply(text);
                    return read.isPresent() ? read : wrong(name, form);
                });
    }

    /** The items of a list; a single value counts as a list of one. */
    public List<Written> items(String name) {
        Optional<Written> value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        return value.get() instanceof Written.Items list ? list.items() : List.of(value.get());
    }

    /** The names of a block inside of this one. */
    public Optional<Fields> block(String name) {
        return value(name).map(value -> of(value, problems));
    }

    /** What is under a name, as JSON. */
    public Optional<Json> json(String name) {
        return value(name).map(Written::json);
    }

    /** Every name that is there and was not asked for is a problem. */
    public void end() {
        for (Map.Entry<String, Written> one : block.entries().entrySet()) {
            if (!asked.contains(one.getKey())) {
                problems.add(
                        one.getValue().spot(),
                        "is not known here; there are: " + String.join(", ", asked));
            }
        }
    }

    private Optional<Written.Word> word(Written value) {
        if (value instanceof Written.Word word) {
            return Optional.of(word);
        }
        problems.add(value.spot(), "must be a single value, not " + value.kind());
        return Optional.empty();
    }

    private <T> Optional<T> wrong(String name, String form) {
        Written value = block.entries().get(name);
        problems.add(value == null ? block.spot() : value.spot(), "must be " + form);
        return Optional.empty();
    }
}
