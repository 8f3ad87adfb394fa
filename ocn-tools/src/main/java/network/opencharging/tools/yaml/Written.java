package network.opencharging.tools.yaml;

import network.opencharging.protocol.json.Json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Something that is written in a text of YAML. */
public sealed interface Written {
    /** Where it is written. */
    Spot spot();

    /** What it is, for people who wrote something else. */
    String kind();

    /** The same as JSON: numbers as they are written, without quotes also true, false and null. */
    Json json();

    /** Names with values. */
    record Block(Spot spot, SequencedMap<String, Written> entries) implements Written {
        /** Keeps a copy that nobody can change. */
        public Block {
            entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a block of names and values";
        }

        @Override
        public Json json() {
            Map<String, Json> members = new LinkedHashMap<>();
            entries.forEach((name, value) -> members.put(name, value.json()));
            return Json.object(members);
        }
    }

    /** A list. */
    record Items(Spot spot, List<Written> items) implements Written {
        /** Keeps a copy that nobody can change. */
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public Json json() {
            return Json.array(items.stream().map(Written::json).toList());
        }
    }

    /**
     * A single value.
     *
     * @param text without quotes
     * @param quoted whether it stood in quotes, and is therefore text
     */
    record Word(Spot spot, String text, boolean quoted) implements Written {
        private static final Pattern NUMBER =
                Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

        @Override
        public String kind() {
            return "a single value";
        }

        @Override
        public Json json() {
            if (quoted) {
                return Json.text(text);
            }
            return switch (text) {
                case "", "~", "null" -> Json.Null.NULL;
                case "true" -> Json.bool(true);
                case "false" -> Json.bool(false);
                default -> NUMBER.matcher(text).matches() ? new Json.Num(text) : Json.text(text);
            };
        }
    }
}
