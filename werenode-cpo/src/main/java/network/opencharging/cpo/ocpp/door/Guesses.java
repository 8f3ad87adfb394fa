package network.opencharging.cpo.ocpp.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrong passwords, counted for each identity and the address from which they come: whoever guesses
 * must wait, and a station elsewhere is not shut out by him.
 */
public final class Guesses {
    /** How long whoever guessed too often waits. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int MOST = 5;
    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Count> counts =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            };

    public Guesses(Clock clock) {
        this.clock = clock;
    }

    private record Count(int wrong, Instant first) {}

    /** Whether he must wait, whatever he shows. */
    synchronized boolean mustWait(Caller caller) {
        Count count = counts.get(key(caller));
        if (count != null && !count.first().plus(PAUSE).isAfter(clock.instant())) {
            counts.remove(key(caller));
            return false;
        }
        return count != null && count.wrong() >= MOST;
    }

    /** He showed a wrong one. */
    synchronized void wrong(Caller caller) {
        counts.merge(
                key(caller),
                new Count(1, clock.instant()),
                (before, _) -> new Count(before.wrong() + 1, before.first()));
    }

    /** He showed the right one. */
    synchronized void right(Caller caller) {
        counts.remove(key(caller));
    }

    private static String key(Caller caller) {
        return caller.from() + " " + caller.id();
    }
}
