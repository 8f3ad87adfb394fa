package network.opencharging.cpo.ocpp.door;

import java.time.Clock;

/**
 * So many connections a second and not more: after a restart all stations come at once, and those
 * that are turned away for a moment are served sooner than if all were let in.
 */
public final class StormGate {
    private static final int MILLIS = 1000;

    private final int perSecond;
    private final Clock clock;
    private long second;
    private int passed;
    private boolean shut;

    public StormGate(int perSecond, Clock clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Whether one more may come now. */
    public synchronized boolean passes() {
        if (shut) {
            return false;
        }
        long now = clock.millis() / MILLIS;
        if (now != second) {
            second = now;
            passed = 0;
        }
        if (passed >= perSecond) {
            return false;
        }
        passed++;
        return true;
    }

    /** Nobody comes in any more. */
    public synchronized void shut() {
        shut = true;
    }
}
