package network.opencharging.bridge.backoffice;

import java.time.Instant;
import java.util.Optional;

/**
 * Which part of a list is wanted (OCPI 2.2.1 §4.1.4.1).
 *
 * @param dateFrom only objects whose {@code last_updated} is this or later
 * @param dateTo only objects whose {@code last_updated} is before this
 * @param offset how many matching objects to pass over
 * @param limit at most so many objects
 */
public record PageRequest(
        Optional<Instant> dateFrom, Optional<Instant> dateTo, int offset, int limit) {

    /** Whether an object that was last changed then is wanted. */
    public boolean matches(Instant lastUpdated) {
        return dateFrom.filter(lastUpdated::isBefore).isEmpty()
                && dateTo.filter(end -> !lastUpdated.isBefore(end)).isEmpty();
    }
}
