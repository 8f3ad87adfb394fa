package network.opencharging.tools.simulate.script;

import network.opencharging.tools.yaml.Fields;
import network.opencharging.tools.yaml.Problems;
import network.opencharging.tools.yaml.Spot;
import network.opencharging.tools.yaml.Written;
import network.opencharging.tools.yaml.YamlText;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Reads scripts; whatever is wrong with one is told with its path and line.
 *
 * @param <S> what the steps happen to
 */
public final class ScriptReader<S> {
    private static final int MOST_REPEATS = 10_000;

    private final String device;
    private final List<Word<S>> words;

    /**
     * Reads with these words.
     *
     * @param device what stands after {@code simulate} in its scripts
     */
    public ScriptReader(String device, List<Word<S>> words) {
        this.device = device;
        this.words = List.copyOf(words);
    }

    /** All words. */
    public List<Word<S>> words() {
        return words;
    }

    /** A whole script; what is wrong in it is left out, and is a problem. */
    public Script<S> read(String text, Problems problems) {
        Optional<Written> written = YamlText.read(text, problems);
        if (written.isEmpty()) {
            return new Script<>(Optional.empty(), List.of());
        }
        Fields fields = Fields.of(written.get(), problems);
        if (fields.value("simulate").isEmpty()) {
            fields.needed("simulate");
        }
        Optional<String> _ = fields.choice("simulate", Map.of(device, device));
        Script<S> script =
                new Script<>(fields.decimal("speed"), steps(fields.items("steps"), problems));
        if (fields.value("steps").isEmpty()) {
            fields.needed("steps");
        }
        fields.end();
        return script;
    }

    /** A single line that somebody typed; nothing when nothing was, or it is a problem. */
    public List<Step<S>> line(String typed, Problems problems) {
        String text = typed.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return List.of();
        }
        return YamlText.read("- " + text, problems)
                .map(list -> list instanceof Written.Items items ? items.items() : List.of(list))
                .map(items -> steps(items, problems))
                .orElse(List.of());
    }

    private List<Step<S>> steps(List<Written> items, Problems problems) {
        List<Step<S>> steps = new ArrayList<>();
        for (Written item : items) {
            steps.addAll(step(item, problems));
        }
        return steps;
    }

    private List<Step<S>> step(Written item, Problems problems) {
        return switch (item) {
            case Written.Word word ->
                    step(word.text(), nothing(word.spot()), problems).stream().toList();
            case Written.Block block when block.entries().containsKey("repeat") ->
                    repeated(block, problems);
            case Written.Block block when block.entries().size() == 1 ->
                    block.entries().entrySet().stream()
                            .flatMap(entry ->
                                    step(entry.getKey(), entry.getValue(), problems).stream())
                            .toList();
            default -> {
                problems.add(item.spot(), "must be one word, such as offline or plug-in: 1");
                yield List.of();
            }
        };
    }

    private static Written nothing(Spot spot) {
        return new Written.Block(spot, new LinkedHashMap<>());
    }

    /** {@code repeat: 3} beside {@code steps:}. */
    private List<Step<S>> repeated(Written.Block block, Problems problems) {
        Fields fields = Fields.of(block, problems);
        int times = fields.whole("repeat", 1, MOST_REPEATS).orElse(1);
        List<Step<S>> once = steps(fields.items("steps"), problems);
        fields.end();
        List<Step<S>> all = new ArrayList<>();
        for (int i = 0; i < times && all.size() < MOST_REPEATS; i++) {
            all.addAll(once);
        }
        return all;
    }

    private Optional<Step<S>> step(String name, Written value, Problems problems) {
        Optional<Word<S>> word = words.stream().filter(one -> one.name().equals(name)).findFirst();
        if (word.isEmpty()) {
            problems.add(
                    value.spot(),
                    "%s is no word here; there are: %s"
                            .formatted(
                                    name,
                                    String.join(", ", words.stream().map(Word::name).toList())));
            return Optional.empty();
        }
        Fields fields = fields(word.get(), value, problems);
        Act<S> act = word.get().act().apply(fields);
        fields.end();
        return Optional.of(new Step<>(value.spot().line(), name, act));
    }

    /** A value that stands alone is that of the word's first field. */
    private static <S> Fields fields(Word<S> word, Written value, Problems problems) {
        if (value instanceof Written.Block || word.first().isEmpty()) {
            return Fields.of(value, problems);
        }
        SequencedMap<String, Written> entries = new LinkedHashMap<>();
        entries.put(word.first(), value);
        return Fields.of(new Written.Block(value.spot(), entries), problems);
    }
}
