package network.opencharging.node.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The tokens with which a connected platform may enter: the current one, and for a short while
 * after a rotation the one before it.
 *
 * @param current the token handed out last
 * @param previous the token before it, while it still counts
 */
public record InboundTokens(TokenHash current, Optional<Previous> previous) {
    /**
     * How long the old token still counts after a PUT. OCPI says nothing about it (ocpi#568); five
     * minutes cover requests under way and a client that lost our answer.
     */
    public static final Duration OVERLAP = Duration.ofMinutes(5);

    /** How long both count when nobody knows whether the platform has taken the new one. */
    private static final Duration IN_DOUBT = Duration.ofDays(1);

    /**
     * A token that has been replaced.
     *
     * @param hash the token
     * @param until from this instant on it opens nothing
     */
    public record Previous(TokenHash hash, Instant until) {
        /** Keeps milliseconds. */
        public Previous {
            until = until.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** The only token of a fresh registration. */
    public static InboundTokens of(TokenHash current) {
        return new InboundTokens(current, Optional.empty());
    }

    /**
     * After a rotation: {@code fresh} is current, what was current counts until the overlap ends.
     */
    public InboundTokens rotatedTo(TokenHash fresh, Instant now) {
        return new InboundTokens(fresh, Optional.of(new Previous(current, now.plus(OVERLAP))));
    }

    /**
     * {@code fresh} is offered to the platform, which may take it or not: both count until it is
     * used, or until we know.
     */
    public InboundTokens offered(TokenHash fresh, Instant now) {
        return new InboundTokens(fresh, Optional.of(new Previous(current, now.plus(IN_DOUBT))));
    }

    /** The offer was refused: only the token of before counts. */
    public InboundTokens takenBack() {
        return previous.map(old -> of(old.hash())).orElse(this);
    }

    /** The offer was taken: the token of before counts until the overlap ends. */
    public InboundTokens settled(Instant now) {
        return new InboundTokens(
                current, previous.map(old -> new Previous(old.hash(), now.plus(OVERLAP))));
    }

    /** The new token was used: the one before it is void. */
    public InboundTokens withoutPrevious() {
        return new InboundTokens(current, Optional.empty());
    }

    /** True when this token opens the door now. */
    public boolean accept(TokenHash token, Instant now) {
        return current.equals(token)
                || previous.filter(old -> now.isBefore(old.until()) && old.hash().equals(token))
                        .isPresent();
    }
}
