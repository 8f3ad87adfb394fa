package network.opencharging.protocol.signing;

import network.opencharging.protocol.json.Json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * The leaves of the signed values by their paths, depth first: {@code $['body']['a'][0]}.
 *
 * <p>Null and the empty string are no leaves, an empty array or object has none: what is not there
 * is not signed.
 */
final class Walk {
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final long LAST_INDEX = 4_294_967_294L;

    private final Order order;
    private final SequencedMap<String, Json> leaves = new LinkedHashMap<>();

    /** In which order the members of an object are visited. */
    enum Order {
        /** As they stand in the text. */
        DOCUMENT,
        /** As JavaScript enumerates them: names that look like array indexes first, by number. */
        ECMASCRIPT
    }

    private Walk(Order order) {
        this.order = order;
    }

    /** The leaves of the values; of the top level, headers come first, then params, then body. */
    static SequencedMap<String, Json> leaves(SignedValues values, Order order) {
        Walk walk = new Walk(order);
        for (String root : List.of(SignedValues.HEADERS, SignedValues.PARAMS, SignedValues.BODY)) {
            values.root().member(root).ifPresent(value -> walk.visit(member("$", root), value));
        }
        return walk.leaves;
    }

    /** The path of a member. */
    static String member(String path, String name) {
        return path + "['" + name + "']";
    }

    private void visit(String path, Json value) {
        switch (value) {
            case Json.Obj(var members) ->
                    ordered(members.entrySet())
                            .forEach(member ->
                                    visit(member(path, member.getKey()), member.getValue()));
            case Json.Arr(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    visit(path + "[" + i + "]", items.get(i));
                }
            }
            default -> {
                if (isSigned(value)) {
                    leaves.put(path, value);
                }
            }
        }
    }

    private Iterable<Map.Entry<String, Json>> ordered(Iterable<Map.Entry<String, Json>> members) {
        if (order == Order.DOCUMENT) {
            return members;
        }
        List<Map.Entry<String, Json>> indexes = new ArrayList<>();
        List<Map.Entry<String, Json>> names = new ArrayList<>();
        members.forEach(member -> (isIndex(member.getKey()) ? indexes : names).add(member));
        indexes.sort(Comparator.comparingLong(member -> Long.parseLong(member.getKey())));
        indexes.addAll(names);
        return indexes;
    }

    private static boolean isIndex(String name) {
        return INDEX.matcher(name).matches() && Long.parseLong(name) <= LAST_INDEX;
    }

    /** True for a string with content, a number or a truth value. */
    static boolean isSigned(Json value) {
        return switch (value) {
            case Json.Text(String text) -> !text.isEmpty();
            case Json.Num _, Json.Bool _ -> true;
            case Json.Null.NULL -> false;
            case Json.Obj _, Json.Arr _ -> false;
        };
    }
}
