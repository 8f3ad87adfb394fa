package network.opencharging.tools.simulate.meter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** A meter and what hangs behind it. Time passes only when it is told to. */
public final class Meter {
    private static final BigDecimal WATT_MILLIS = BigDecimal.valueOf(3_600_000);
    private static final int PLACES = 3;

    private Curve curve;
    private boolean flows;
    private boolean stands;
    private long limit = Long.MAX_VALUE;
    private long wattMillis;
    private Duration flowing = Duration.ZERO;

    /**
     * A meter.
     *
     * @param curve what is drawn behind it while energy flows
     * @param wattHours what it shows already
     */
    public Meter(Curve curve, long wattHours) {
        this.curve = curve;
        this.wattMillis = wattHours * WATT_MILLIS.longValueExact();
    }

    /** Lets energy through, from the beginning of the curve; does nothing when it does already. */
    public void open() {
        if (!flows) {
            flows = true;
            flowing = Duration.ZERO;
        }
    }

    /** Lets no energy through. */
    public void close() {
        flows = false;
    }

    /** What hangs behind it draws another way from now on. */
    public void draws(Curve other) {
        curve = other;
        flowing = Duration.ZERO;
    }

    /** No more than this, whatever the curve says. */
    public void limit(long watts) {
        limit = watts;
    }

    /** True: the counter stands while energy flows, which it never should. */
    public void stand(boolean wanted) {
        stands = wanted;
    }

    /** The counter begins anew. */
    public void reset() {
        wattMillis = 0;
    }

    /** Time passes. */
    public void passes(Duration time) {
        Duration rest = time;
        while (flows && rest.isPositive()) {
            Curve.Now now = curve.after(flowing);
            Duration here = rest;
            Duration slice = now.left().filter(left -> left.compareTo(here) < 0).orElse(here);
            if (!stands) {
                wattMillis += Math.min(now.watts(), limit) * slice.toMillis();
            }
            flowing = flowing.plus(slice);
            rest = rest.minus(slice);
        }
    }

    /** What flows now, in W. */
    public long watts() {
        return flows ? Math.min(curve.after(flowing).watts(), limit) : 0;
    }

    /** What would flow without a limit, in W. */
    public long wished() {
        return flows ? curve.after(flowing).watts() : 0;
    }

    /** Whole Wh, cut down. */
    public long wattHours() {
        return wattMillis / WATT_MILLIS.longValueExact();
    }

    /** Wh with three places, cut down. */
    public BigDecimal exactly() {
        return BigDecimal.valueOf(wattMillis).divide(WATT_MILLIS, PLACES, RoundingMode.FLOOR);
    }
}
