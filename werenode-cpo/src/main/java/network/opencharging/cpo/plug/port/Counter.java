package network.opencharging.cpo.plug.port;

import network.opencharging.bridge.unit.WattHours;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A plug's register as one that never falls: it starts again from nothing when the plug is reset,
 * and may show nonsense for a moment.
 *
 * @param offset what to add to what it shows, in watt-hours
 * @param last what it showed, in watt-hours
 * @param at when it did
 * @param earlier the counter before its last reset, to which it may come back
 */
record Counter(long offset, long last, Instant at, Optional<Counter> earlier) {
    /** No socket gives more. */
    private static final long MOST_WATTS = 25_000;

    /** What may be between two readings beside their times: rounding, clocks, late messages. */
    private static final long SLACK = 1_000;

    /**
     * A reading.
     *
     * @param fault empty where it can be believed
     */
    record Shown(Counter counter, Optional<String> fault) {}

    static Counter first(WattHours register, Instant at) {
        return new Counter(0, register.value(), at, Optional.empty());
    }

    WattHours total() {
        return new WattHours(Math.clamp(offset + last, 0L, WattHours.MAX));
    }

    Shown shows(WattHours reading, Instant now) {
        long register = reading.value();
        if (canBe(register, now)) {
            return believed(new Counter(offset, register, now, earlier));
        }
        // It was not reset after all, but showed nothing for a moment.
        Optional<Counter> back = earlier.filter(before -> before.canBe(register, now));
        if (register > last && back.isPresent()) {
            long least = offset + last - register;
            return believed(
                    new Counter(
                            Math.max(back.get().offset(), least), register, now, Optional.empty()));
        }
        // A reset starts from nothing: what only falls a little is nonsense, and nobody pays for
        // it.
        if (register * 2 <= last && register <= most(now)) {
            return believed(
                    new Counter(offset + last, register, now, Optional.of(withoutEarlier())));
        }
        return new Shown(
                new Counter(offset + last - register, register, now, Optional.empty()),
                Optional.of(register < last ? "FallingRegister" : "ImpossibleRegister"));
    }

    private static Shown believed(Counter counter) {
        return new Shown(counter, Optional.empty());
    }

    private Counter withoutEarlier() {
        return new Counter(offset, last, at, Optional.empty());
    }

    private boolean canBe(long register, Instant now) {
        return register >= last && register - last <= most(now);
    }

    /** What can have flowed since. */
    private long most(Instant now) {
        long seconds = Math.max(0, Duration.between(at, now).toSeconds());
        return SLACK + Math.min(seconds, Integer.MAX_VALUE) * MOST_WATTS / 3600;
    }
}
