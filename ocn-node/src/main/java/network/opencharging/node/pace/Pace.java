package network.opencharging.node.pace;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Counts what parties send. Each has a virtual schedule that moves on with every message; who is
 * too far ahead of it has to wait. Nothing but one number is kept per party, and per module that
 * has a limit of its own.
 */
public final class Pace {
    private final Rate inAll;
    private final Map<ModuleId, Rate> modules;
    private final LongSupplier nanoseconds;
    private final IntSupplier processes;
    private final ConcurrentMap<PartyId, Long> parties = new ConcurrentHashMap<>();
    private final ConcurrentMap<Key, Long> byModule = new ConcurrentHashMap<>();

    private record Key(PartyId party, ModuleId module) {}

    /**
     * A pace.
     *
     * @param inAll of one party, whatever it sends
     * @param modules of one party about one module, where that has a limit
     * @param nanoseconds a clock that never goes back
     * @param processes how many processes of this node share what a party sends; each counts for
     *     itself and lets its part through
     */
    public Pace(
            Rate inAll,
            Map<ModuleId, Rate> modules,
            LongSupplier nanoseconds,
            IntSupplier processes) {
        this.inAll = inAll;
        this.modules = Map.copyOf(modules);
        this.nanoseconds = nanoseconds;
        this.processes = processes;
    }

    /** How long this party has to wait; empty when its message may pass, which then counts. */
    public Optional<Duration> wait(PartyId party, ModuleId module) {
        Rate rate = modules.getOrDefault(module, Rate.UNLIMITED);
        Optional<Duration> about =
                rate.isUnlimited()
                        ? Optional.empty()
                        : step(byModule, new Key(party, module), rate);
        return about.isPresent() || inAll.isUnlimited() ? about : step(parties, party, inAll);
    }

    private <K> Optional<Duration> step(ConcurrentMap<K, Long> schedules, K key, Rate rate) {
        long parts = Math.max(1, processes.getAsInt());
        long each = rate.nanosecondsEach() * parts;
        long ahead = each * (Math.max(1, rate.burst() / parts) - 1L);
        long[] late = new long[1];
        schedules.compute(
                key,
                (_, planned) -> {
                    // Here, in turn: others would move on while this one is held up after looking.
                    long now = nanoseconds.getAsLong();
                    long next = planned == null ? now : Math.max(planned, now);
                    late[0] = next - now - ahead;
                    return late[0] > 0 ? next : next + each;
                });
        return late[0] > 0 ? Optional.of(Duration.ofNanos(late[0])) : Optional.empty();
    }
}
