package network.opencharging.bridge.journal;

import java.time.Duration;
import java.time.Instant;

/** So many in each stretch of time, and no more. */
final class Allowance {
    private final int most;
    private final Duration stretch;
    private Instant end = Instant.MIN;
    private int used;

    Allowance(int most, Duration stretch) {
        this.most = most;
        this.stretch = stretch;
    }

    /** Whether one more is within what is allowed; it counts when it is. */
    synchronized boolean isOneMore(Instant now) {
        if (!now.isBefore(end)) {
            end = now.plus(stretch);
            used = 0;
        }
        if (used == most) {
            return false;
        }
        used++;
        return true;
    }
}
