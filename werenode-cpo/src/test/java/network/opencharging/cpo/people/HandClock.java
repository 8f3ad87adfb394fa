package network.opencharging.cpo.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Goes on when it is told to. */
public final class HandClock extends Clock {
    private Instant now;

    /** Stands there. */
    public HandClock(Instant now) {
        this.now = now;
    }

    /** Goes on. */
    public synchronized void passes(Duration time) {
        now = now.plus(time);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("it is always UTC");
    }
}
