package network.opencharging.cpo.plug.port;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a plug does what it says. Each lie is told once, until the plug is seen to tell the truth
 * again. Not for several threads at a time.
 */
final class Suspicion {
    /** Below this nobody charges: what a charger takes while it waits. */
    static final long IDLE_WATTS = 10;

    private static final int MANY = 3;
    private static final long MUCH_ENERGY = 50;
    private static final long UNCOUNTED = 200;
    private static final long LONGEST_STEP = 300;

    private final Set<String> told = new HashSet<>();
    private int powerWhileOff;
    private int onAgainstOrders;
    private Optional<WattHours> whenOff = Optional.empty();
    private Optional<Instant> poweredAt = Optional.empty();
    private long wattSeconds;

    /** Power while it says that it is off: the first reading may be an old one. */
    Optional<String> power(Watts power, boolean on, Instant now) {
        boolean much = power.value() >= IDLE_WATTS;
        count(power, on, now);
        if (on || !much) {
            powerWhileOff = 0;
            told.remove("PowerWhileOff");
        } else if (++powerWhileOff >= 2) {
            return once("PowerWhileOff");
        }
        return wattSeconds / 3600 >= UNCOUNTED ? once("CounterStands") : Optional.empty();
    }

    private void count(Watts power, boolean on, Instant now) {
        long seconds = poweredAt.map(then -> Duration.between(then, now).toSeconds()).orElse(0L);
        wattSeconds += on ? Math.clamp(seconds, 0, LONGEST_STEP) * power.value() : 0;
        poweredAt = Optional.of(now);
    }

    /** The register grows while it says that it is off. */
    Optional<String> register(WattHours before, WattHours total, boolean on) {
        if (total.compareTo(before) > 0) {
            wattSeconds = 0;
            told.remove("CounterStands");
        }
        if (on) {
            whenOff = Optional.empty();
            return Optional.empty();
        }
        WattHours from = whenOff.orElse(total);
        whenOff = Optional.of(from);
        return total.value() - from.value() >= MUCH_ENERGY
                ? once("EnergyWhileOff")
                : Optional.empty();
    }

    /** It is on although it was told to be off. */
    Optional<String> onAgainstOrders() {
        return ++onAgainstOrders >= MANY ? once("DoesNotSwitchOff") : Optional.empty();
    }

    /** It is off, as it shall be. */
    void obeys() {
        onAgainstOrders = 0;
        told.remove("DoesNotSwitchOff");
    }

    /** It begins anew: old lies would be told again. */
    void begins() {
        obeys();
        told.remove("EnergyWhileOff");
        told.remove("NoAutoOff");
    }

    /** A lie, unless it was told already. */
    Optional<String> once(String lie) {
        return told.add(lie) ? Optional.of(lie) : Optional.empty();
    }
}
