package network.opencharging.node.links;

import java.time.Duration;

/**
 * How long links open.
 *
 * @param page page links; a crawl of a long list with a slow client must fit in
 * @param location links to posted CDRs
 * @param callback callback links; a reservation may be cancelled long after it was made
 */
public record LinkLifetimes(Duration page, Duration location, Duration callback) {
    /** A day, 400 days, 30 days. */
    public static final LinkLifetimes STANDARD =
            new LinkLifetimes(Duration.ofDays(1), Duration.ofDays(400), Duration.ofDays(30));

    Duration of(LinkKind kind) {
        return switch (kind) {
            case PAGE -> page;
            case LOCATION -> location;
            case CALLBACK -> callback;
        };
    }
}
