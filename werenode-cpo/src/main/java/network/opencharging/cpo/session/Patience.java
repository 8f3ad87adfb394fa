package network.opencharging.cpo.session;

import java.time.Duration;

/**
 * How long what is waited for.
 *
 * @param start until a start that was ordered is given up
 * @param stop until a device that does not end is told again
 * @param tell between two readings of which partners are told
 */
public record Patience(Duration start, Duration stop, Duration tell) {}
