package network.opencharging.protocol.key;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Keys that have signed often, with their {@link Multiples}: who checks many signatures of one key
 * checks them in less than half the time. Whatever happens here, the answers stay the same.
 *
 * <p>The work to make the multiples is that of some 4,000 checks which they save, so they are made
 * when a key has been seen as often as that; of more keys than there is room for, the busiest have
 * them.
 */
final class KnownKeys {
    /** So many signatures until it is worth while. */
    static final int OFTEN = 4_000;

    /** 20 tables take 63 MB outside the heap. */
    private static final int MOST_TABLES = 20;

    private static final int MOST_COUNTED = 4096;

    private final Function<byte[], Multiples> make;
    private final Executor beside;
    private final Map<Address, AtomicInteger> seen = new ConcurrentHashMap<>();
    private final Map<Address, Table> tables = new ConcurrentHashMap<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    private record Table(Multiples multiples, AtomicInteger uses) {}

    /**
     * None yet.
     *
     * @param make makes the multiples of a key, as the library keeps it
     * @param beside where that is done, so that no message waits for it
     */
    KnownKeys(Function<byte[], Multiples> make, Executor beside) {
        this.make = make;
        this.beside = beside;
    }

    /** The multiples of the key behind an address, where they have been made. */
    Optional<Multiples> multiplesOf(Address signer) {
        Table table = tables.get(signer);
        if (table == null) {
            return Optional.empty();
        }
        table.uses().lazySet(table.uses().getPlain() + 1);
        return Optional.of(table.multiples());
    }

    /** A signature of this key has been found good. */
    void seen(Address signer, byte[] key) {
        if (seen.size() >= MOST_COUNTED) {
            // Whoever sends often is soon counted again.
            seen.clear();
        }
        int times = seen.computeIfAbsent(signer, any -> new AtomicInteger()).incrementAndGet();
        if (times >= OFTEN && busy.compareAndSet(false, true)) {
            seen.remove(signer);
            beside.execute(() -> {
                try {
                    keep(signer, make.apply(key));
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void keep(Address signer, Multiples multiples) {
        if (tables.size() >= MOST_TABLES) {
            tables.entrySet().stream()
                    .min(Comparator.comparingInt(entry -> entry.getValue().uses().get()))
                    .ifPresent(entry -> tables.remove(entry.getKey()));
            tables.values().forEach(table -> table.uses().set(0));
        }
        tables.put(signer, new Table(multiples, new AtomicInteger()));
    }

    int tables() {
        return tables.size();
    }
}
