package network.opencharging.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The forms in which entries are written; all carry the same. */
public enum Format {
    /** Columns for people. */
    TABLE {
        @Override
        String write(List<Entry> entries) {
            if (entries.isEmpty()) {
                return "";
            }
            List<List<String>> rows = new ArrayList<>();
            rows.add(
                    entries.getFirst().values().keySet().stream()
                            .map(name -> name.toUpperCase(Locale.ROOT).replace('_', ' '))
                            .toList());
            for (Entry entry : entries) {
                rows.add(entry.values().values().stream().map(Format::cell).toList());
            }
            return columns(rows);
        }

        @Override
        String write(Entry entry) {
            List<List<String>> rows = new ArrayList<>();
            entry.values()
                    .forEach((name, value) ->
                            rows.add(List.of(name.replace('_', ' '), cell(value))));
            return columns(rows);
        }
    },

    /** JSON. */
    JSON {
        @Override
        String write(List<Entry> entries) {
            List<String> objects = entries.stream().map(entry -> "  " + object(entry)).toList();
            return objects.isEmpty() ? "[]\n" : "[\n" + String.join(",\n", objects) + "\n]\n";
        }

        @Override
        String write(Entry entry) {
            return object(entry) + "\n";
        }
    },

    /** YAML; texts are quoted as in JSON, which YAML reads. */
    YAML {
        @Override
        String write(List<Entry> entries) {
            StringBuilder text = new StringBuilder(entries.isEmpty() ? "[]\n" : "");
            for (Entry entry : entries) {
                text.append(lines(entry, "- ", "  "));
            }
            return text.toString();
        }

        @Override
        String write(Entry entry) {
            return lines(entry, "", "");
        }
    };

    abstract String write(List<Entry> entries);

    abstract String write(Entry entry);

    private static String cell(Object value) {
        return value instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    private static String columns(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String object(Entry entry) {
        List<String> members = new ArrayList<>();
        for (Map.Entry<String, Object> member : entry.values().entrySet()) {
            members.add(quoted(member.getKey()) + ": " + json(member.getValue()));
        }
        return "{" + String.join(", ", members) + "}";
    }

    private static String lines(Entry entry, String first, String others) {
        StringBuilder text = new StringBuilder();
        entry.values()
                .forEach((name, value) ->
                        text.append(text.isEmpty() ? first : others)
                                .append(name)
                                .append(": ")
                                .append(json(value))
                                .append('\n'));
        return text.toString();
    }

    private static String json(Object value) {
        return switch (value) {
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case List<?> list ->
                    "["
                            + String.join(
                                    ", ",
                                    list.stream().map(v -> quoted(String.valueOf(v))).toList())
                            + "]";
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == '\u007f') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
