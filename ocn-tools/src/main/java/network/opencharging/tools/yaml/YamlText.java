package network.opencharging.tools.yaml;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads a text of YAML: one document, no more than people write by hand. */
public final class YamlText {
    private static final int DEEPEST = 40;
    private static final int MOST = 100_000;

    private final Problems problems;
    private int values;

    private YamlText(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a text.
     *
     * @param problems gets what is wrong with it
     * @return empty when it is no YAML at all, or has nothing in it
     */
    public static Optional<Written> read(String text, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(DEEPEST);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                problems.add(new Spot(1, ""), "there is nothing in it");
                return Optional.empty();
            }
            return new YamlText(problems).written(node, new Spot(1, ""), 0);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(new Spot(line, ""), "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problems.add(new Spot(1, ""), "is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<Written> written(Node node, Spot spot, int depth) {
        if (depth > DEEPEST || values++ > MOST) {
            problems.add(spot, "is nested too deep, or repeats too much by anchors");
            return Optional.empty();
        }
        return switch (node) {
            case MappingNode mapping -> Optional.of(block(mapping, spot, depth));
            case SequenceNode sequence -> Optional.of(items(sequence, spot, depth));
            case ScalarNode scalar ->
                    Optional.of(
                            new Written.Word(
                                    spot,
                                    scalar.getValue(),
                                    scalar.getScalarStyle() != ScalarStyle.PLAIN));
            default -> Optional.empty();
        };
    }

    private Written block(MappingNode mapping, Spot spot, int depth) {
        SequencedMap<String, Written> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(new Spot(line, spot.path()), "has a name that is no plain word");
                continue;
            }
            Spot inner = spot.below(key.getValue(), line);
            if (entries.containsKey(key.getValue())) {
                problems.add(inner, "stands there twice");
            }
            written(tuple.getValueNode(), inner, depth + 1)
                    .ifPresent(value -> entries.put(key.getValue(), value));
        }
        return new Written.Block(spot, entries);
    }

    private Written items(SequenceNode sequence, Spot spot, int depth) {
        List<Written> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            written(item, spot.item(items.size(), line(item)), depth + 1).ifPresent(items::add);
        }
        return new Written.Items(spot, items);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
