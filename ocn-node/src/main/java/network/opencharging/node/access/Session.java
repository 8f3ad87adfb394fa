package network.opencharging.node.access;

import network.opencharging.node.platform.TokenHash;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A browser in which somebody has signed in.
 *
 * @param id what its cookie holds, hashed with the node's secret
 * @param name who signed in
 * @param begun when
 * @param expires from this instant on it opens nothing
 */
public record Session(TokenHash id, String name, Instant begun, Instant expires) {
    /** Keeps milliseconds. */
    public Session {
        begun = begun.truncatedTo(ChronoUnit.MILLIS);
        expires = expires.truncatedTo(ChronoUnit.MILLIS);
    }
}
