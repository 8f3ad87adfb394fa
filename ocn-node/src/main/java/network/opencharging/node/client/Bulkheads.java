package network.opencharging.node.client;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * So many calls at once to one host, and no more: a host that never answers fills its own
 * compartment, not the node.
 */
final class Bulkheads {
    private final int places;
    private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();

    Bulkheads(int places) {
        this.places = places;
    }

    /** Does the work when a place is free, otherwise the alternative; a place is always freed. */
    <T> T within(String host, Supplier<T> work, Supplier<T> full) {
        if (!enter(host)) {
            return full.get();
        }
        try {
            return work.get();
        } finally {
            leave(host);
        }
    }

    private boolean enter(String host) {
        boolean[] entered = new boolean[1];
        taken.compute(
                host,
                (name, used) -> {
                    int now = used == null ? 0 : used;
                    entered[0] = now < places;
                    return entered[0] ? now + 1 : now;
                });
        return entered[0];
    }

    /** The last one out removes the entry, so that the map does not grow with hosts long gone. */
    private void leave(String host) {
        taken.compute(host, (name, used) -> used == null || used <= 1 ? null : used - 1);
    }

    int hosts() {
        return taken.size();
    }
}
