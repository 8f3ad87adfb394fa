package network.opencharging.node.index;

import graphql.GraphQLException;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which entries of a list are asked for, in which order.
 *
 * @param arguments of the list, as the query has them
 */
record Selection(Map<String, Object> arguments) {
    private static final int LARGEST_PAGE = 1000;
    private static final String ACCOUNT = "0x";

    /** Those entries. */
    List<Map<String, Object>> of(List<Map<String, Object>> entries) {
        Stream<Map<String, Object>> chosen = entries.stream().filter(wanted()).sorted(order());
        int skip = number("skip", 0);
        if (skip < 0) {
            throw new GraphQLException("The value of `skip` must not be negative.");
        }
        chosen = chosen.skip(skip);
        if (!arguments.containsKey("first")) {
            return chosen.toList();
        }
        int first = number("first", LARGEST_PAGE);
        if (first < 1 || first > LARGEST_PAGE) {
            throw new GraphQLException(
                    "The value of `first` must be between 1 and %d.".formatted(LARGEST_PAGE));
        }
        return chosen.limit(first).toList();
    }

    private int number(String argument, int without) {
        return arguments.get(argument) instanceof Integer number ? number : without;
    }

    private Comparator<Map<String, Object>> order() {
        String member = arguments.get("orderBy") instanceof String name ? name : "id";
        Comparator<Map<String, Object>> order =
                Comparator.comparing(
                                (Map<String, Object> entry) -> String.valueOf(entry.get(member)))
                        .thenComparing(entry -> String.valueOf(entry.get("id")));
        return "desc".equals(arguments.get("orderDirection")) ? order.reversed() : order;
    }

    private Predicate<Map<String, Object>> wanted() {
        Predicate<Map<String, Object>> all = entry -> true;
        if (arguments.get("where") instanceof Map<?, ?> where) {
            for (Map.Entry<?, ?> condition : where.entrySet()) {
                all = all.and(condition(String.valueOf(condition.getKey()), condition.getValue()));
            }
        }
        return all;
    }

    private static Predicate<Map<String, Object>> condition(String name, @Nullable Object value) {
        String wanted = spelled(value);
        return switch (name) {
            case "id_gt" -> entry -> text(entry, "id").compareTo(wanted) > 0;
            case "id_lt" -> entry -> text(entry, "id").compareTo(wanted) < 0;
            case "id_in" ->
                    entry ->
                            value instanceof List<?> ids
                                    && ids.stream()
                                            .map(Selection::spelled)
                                            .anyMatch(text(entry, "id")::equals);
            case "operator" ->
                    entry ->
                            entry.get("operator") instanceof Map<?, ?> operator
                                    && wanted.equals(operator.get("id"));
            default -> entry -> wanted.equals(text(entry, name));
        };
    }

    private static String text(Map<String, Object> entry, String member) {
        return String.valueOf(entry.get(member));
    }

    /** Accounts are in lower case here, as in the subgraph. */
    private static String spelled(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.startsWith(ACCOUNT) ? text.toLowerCase(Locale.ROOT) : text;
    }
}
