package network.opencharging.node.door;

import java.time.Duration;

/**
 * How many may come in at once, and how long they may take.
 *
 * @param door what one request may bring
 * @param connections open at the same time
 * @param messages passed on at the same time; who comes beyond gets HTTP 503 and Retry-After
 * @param bytes of all bodies that are coming in or under way
 * @param patience how long a connection may stand idle; to send one request or to take one answer a
 *     visitor has four times as long
 */
public record EntranceLimits(
        DoorLimits door, int connections, int messages, long bytes, Duration patience) {
    /** Refuses limits that would let nothing in. */
    public EntranceLimits {
        if (connections < 1 || messages < 1 || bytes < door.bodyBytes() || !patience.isPositive()) {
            throw new IllegalArgumentException(
                    "connections, messages and patience must be > 0, bytes at least one body");
        }
    }
}
