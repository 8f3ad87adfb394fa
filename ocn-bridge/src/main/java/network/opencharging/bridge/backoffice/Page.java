package network.opencharging.bridge.backoffice;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * One part of a list.
 *
 * @param items the objects, oldest first, in an order that does not change between pages
 * @param total how many objects match in all, on every page
 */
public record Page<T>(List<T> items, int total) {

    /** Keeps the items from changing. */
    public Page {
        items = List.copyOf(items);
    }

    /** The part of a list that lies whole in memory. */
    public static <T> Page<T> of(
            List<T> all, Function<T, Instant> lastUpdated, PageRequest wanted) {
        List<T> matching =
                all.stream().filter(item -> wanted.matches(lastUpdated.apply(item))).toList();
        return new Page<>(
                matching.stream().skip(wanted.offset()).limit(wanted.limit()).toList(),
                matching.size());
    }
}
