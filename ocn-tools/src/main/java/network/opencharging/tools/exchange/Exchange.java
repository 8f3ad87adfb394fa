package network.opencharging.tools.exchange;

import java.time.Duration;
import java.time.Instant;

/**
 * A request and its answer, as one end saw them.
 *
 * @param direction who asked
 * @param at when the request was sent or received
 * @param took until the answer was read or written
 * @param request what was asked
 * @param answer what came back
 */
public record Exchange(Direction direction, Instant at, Duration took, Leg request, Leg answer) {

    /** Who asked. */
    public enum Direction {
        /** This end asked. */
        SENT,
        /** The other end asked. */
        RECEIVED
    }

    /** The id that all legs of one exchange over all hubs share; empty when there was none. */
    public String correlationId() {
        return request.headers().get("X-Correlation-ID").orElse("");
    }
}
