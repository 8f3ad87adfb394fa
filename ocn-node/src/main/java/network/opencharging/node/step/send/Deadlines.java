package network.opencharging.node.step.send;

import network.opencharging.protocol.route.Answer;
import network.opencharging.protocol.route.Route;

import java.time.Duration;

/**
 * How long the receiver may take, from here to there and back.
 *
 * @param single for commands, authorisations and single objects
 * @param list for lists
 */
public record Deadlines(Duration single, Duration list) {
    /** 30 s and 60 s. */
    public static final Deadlines STANDARD =
            new Deadlines(Duration.ofSeconds(30), Duration.ofSeconds(60));

    /** Refuses what nobody could keep. */
    public Deadlines {
        if (single.isNegative() || single.isZero() || list.isNegative() || list.isZero()) {
            throw new IllegalArgumentException("deadlines must be > 0");
        }
    }

    Duration of(Route route) {
        return route.answer() == Answer.LIST ? list : single;
    }

    /**
     * For a message that came from another node: a tenth less, so that the node nearer to the
     * receiver tells first what went wrong.
     */
    Duration ofSecondHop(Route route) {
        return of(route).multipliedBy(9).dividedBy(10);
    }
}
