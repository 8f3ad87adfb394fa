package network.opencharging.bridge.deliver;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How persistently a parcel is tried.
 *
 * @param first the pause after the first failure; it doubles with each
 * @param longest no pause is longer
 * @param resend false for partners who want OCPI to the letter: what fails once is parked
 */
public record Persistence(Duration first, Duration longest, boolean resend) {
    private static final int MOST_DOUBLINGS = 20;

    /** One second, doubling to a quarter of an hour. */
    public static Persistence standard() {
        return new Persistence(Duration.ofSeconds(1), Duration.ofMinutes(15), true);
    }

    /**
     * The pause before the next attempt: half of it is left to chance, so that many bridges do not
     * come back to a hub all at once.
     *
     * @param attempts how many have failed, this one too
     * @param asked how long the hub asked to be left alone
     */
    Duration pause(int attempts, Optional<Duration> asked, RandomGenerator random) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        Duration full = doubled.compareTo(longest) > 0 ? longest : doubled;
        Duration own = full.dividedBy(2).plusMillis(random.nextLong(full.toMillis() / 2 + 1));
        return asked.filter(wish -> wish.compareTo(own) > 0).orElse(own);
    }
}
