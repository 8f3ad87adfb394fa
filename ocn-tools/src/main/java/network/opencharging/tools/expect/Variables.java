package network.opencharging.tools.expect;

import network.opencharging.protocol.json.Json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that stand for values: {@code ${session}}. */
public final class Variables {
    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_-]*)}");
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([0-9]{1,6})]");

    private final Map<String, Json> values = new LinkedHashMap<>();

    /** None yet. */
    public Variables() {}

    /** Gives a name its value. */
    public void set(String name, Json value) {
        values.put(name, value);
    }

    /** The first name in a text that stands for nothing; empty when all do for something. */
    public Optional<String> unknown(String text) {
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            if (!values.containsKey(names.group(1))) {
                return Optional.of(names.group(1));
            }
        }
        return Optional.empty();
    }

    /** The text with values in place of names; names that stand for nothing stay. */
    public String in(String text) {
        return NAME.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                Optional.ofNullable(values.get(found.group(1)))
                                        .map(value -> value.asText().orElse(value.text()))
                                        .orElse(found.group())));
    }

    /** JSON with values in place of names; a text that is nothing but a name becomes its value. */
    public Json in(Json json) {
        return switch (json) {
            case Json.Text(String text) -> inText(text);
            case Json.Arr(List<Json> items) -> Json.array(items.stream().map(this::in).toList());
            case Json.Obj object -> {
                Map<String, Json> members = new LinkedHashMap<>();
                object.members().forEach((name, value) -> members.put(in(name), in(value)));
                yield Json.object(members);
            }
            default -> json;
        };
    }

    private Json inText(String text) {
        Matcher whole = NAME.matcher(text);
        return whole.matches() && values.containsKey(whole.group(1))
                ? values.getOrDefault(whole.group(1), Json.Null.NULL)
                : Json.text(in(text));
    }

    /** What stands at a place such as {@code data.evses[0].uid}; empty when nothing does. */
    public static Optional<Json> at(Json root, String place) {
        Optional<Json> found = Optional.of(root);
        Matcher steps = STEP.matcher(place);
        while (steps.find() && found.isPresent()) {
            Json here = found.get();
            if (here instanceof Json.Obj object && steps.group(1) != null) {
                found = object.member(steps.group(1));
            } else if (here instanceof Json.Arr(List<Json> items) && steps.group(2) != null) {
                int index = Integer.parseInt(steps.group(2));
                found = index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
            } else {
                found = Optional.empty();
            }
        }
        return found;
    }
}
