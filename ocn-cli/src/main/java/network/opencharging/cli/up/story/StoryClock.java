package network.opencharging.cli.up.story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time at the stations: it begins in the past and is moved on while the car charges, so that an
 * hour passes in a moment and nothing is ever dated in the future.
 */
public final class StoryClock extends Clock {
    private final Clock real;
    private Duration behind;

    /**
     * A clock.
     *
     * @param behind how long ago the story begins
     */
    public StoryClock(Clock real, Duration behind) {
        this.real = real;
        this.behind = behind;
    }

    /** Lets time pass, at most until now. */
    public synchronized void pass(Duration time) {
        Duration left = behind.minus(time);
        behind = left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public synchronized Instant instant() {
        return real.instant().minus(behind);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new StoryClock(real.withZone(zone), behind);
    }
}
