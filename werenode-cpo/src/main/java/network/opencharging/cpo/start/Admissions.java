package network.opencharging.cpo.start;

import network.opencharging.cpo.account.OwnTokens;
import network.opencharging.cpo.account.RoamingTokens;
import network.opencharging.cpo.account.RoamingTokens.Permission;
import network.opencharging.cpo.unit.EvseRef;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Whether a token that a device was shown may charge: the own list, then what partners told of
 * their tokens, then the eMSP itself. What was allowed holds for some minutes, because a device
 * asks first and begins then.
 */
public final class Admissions {
    private static final Duration HOLDS = Duration.ofMinutes(5);
    private final OwnTokens own;
    private final RoamingTokens roaming;
    private final Function<String, Permission> stranger;
    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /**
     * @param stranger what holds for a token that nobody knows
     */
    public Admissions(
            OwnTokens own,
            RoamingTokens roaming,
            Function<String, Permission> stranger,
            Clock clock) {
        this.own = own;
        this.roaming = roaming;
        this.stranger = stranger;
        this.clock = clock;
    }

    private record Held(Permission permission, Instant until) {}

    /** What holds for a token at a place. */
    public Permission judge(String token, Optional<EvseRef> where) {
        Permission listed = own.find(token);
        if (!(listed instanceof Permission.Unknown)) {
            return listed;
        }
        Permission asked = asked(token, where);
        return asked instanceof Permission.Unknown ? stranger.apply(token) : asked;
    }

    private Permission asked(String token, Optional<EvseRef> where) {
        String key = token.toLowerCase(Locale.ROOT) + "@" + where.map(EvseRef::toString).orElse("");
        Instant now = clock.instant();
        Held before = held.get(key);
        if (before != null && before.until().isAfter(now)) {
            return before.permission();
        }
        held.values().removeIf(old -> !old.until().isAfter(now));
        Permission fresh = roaming.ask(token, where);
        if (fresh instanceof Permission.Allowed) {
            held.put(key, new Held(fresh, now.plus(HOLDS)));
        }
        return fresh;
    }
}
