package network.opencharging.tools.seam;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs faster than another, or stands, and can be put forward. */
public final class Pace extends Clock {
    private final Clock base;
    private final Instant baseBegun;
    private final Instant begun;
    private final BigDecimal speed;
    private Duration advanced = Duration.ZERO;

    /**
     * A clock that shows {@code begun} now.
     *
     * @param base drives it
     * @param speed how many of its seconds pass in one of the other's; 0 stands still
     */
    public Pace(Clock base, Instant begun, BigDecimal speed) {
        this.base = base;
        this.baseBegun = base.instant();
        this.begun = begun;
        this.speed = speed;
    }

    @Override
    public synchronized Instant instant() {
        Duration real = Duration.between(baseBegun, base.instant());
        long millis = speed.multiply(BigDecimal.valueOf(real.toMillis())).longValue();
        return begun.plusMillis(millis).plus(advanced);
    }

    /** Puts it forward. */
    public synchronized void advance(Duration by) {
        advanced = advanced.plus(by);
    }

    /** How long to wait by the other clock until this one shows a time; nothing when it stands. */
    public Duration until(Instant time) {
        Duration own = Duration.between(instant(), time);
        if (own.isNegative() || speed.signum() == 0) {
            return own.isNegative() ? Duration.ZERO : Duration.ofDays(1);
        }
        BigDecimal millis = BigDecimal.valueOf(own.toMillis());
        return Duration.ofMillis(
                millis.divide(speed, 0, java.math.RoundingMode.CEILING).longValue());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("times of OCPI are in UTC");
    }
}
