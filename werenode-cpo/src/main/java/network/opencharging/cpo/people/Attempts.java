package network.opencharging.cpo.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something may be tried: so many times at once, and once more after each pause. Of what
 * was tried longest ago it forgets, so that nobody fills the memory with names.
 */
public final class Attempts {
    private final int atOnce;
    private final Duration pause;
    private final Clock clock;
    private final Map<String, Instant> fullAgain;

    /**
     * @param atOnce how many without a pause
     * @param pause until one more
     * @param most how many names are remembered
     */
    public Attempts(int atOnce, Duration pause, int most, Clock clock) {
        this.atOnce = atOnce;
        this.pause = pause;
        this.clock = clock;
        this.fullAgain =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                        return size() > most;
                    }
                };
    }

    /** One more by that name: zero when it may, else how long to wait. */
    public synchronized Duration ask(String name) {
        Instant now = clock.instant();
        Instant before = fullAgain.getOrDefault(name, now);
        Instant after = (before.isBefore(now) ? now : before).plus(pause);
        Duration tooFar = Duration.between(now.plus(pause.multipliedBy(atOnce)), after);
        if (tooFar.isPositive()) {
            return tooFar;
        }
        fullAgain.put(name, after);
        return Duration.ZERO;
    }

    /** It went well: what was tried before does not count any more. */
    public synchronized void forgive(String name) {
        fullAgain.remove(name);
    }
}
