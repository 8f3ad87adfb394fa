package network.opencharging.registry.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the directory's answers can be trusted to be of now.
 *
 * @param source where the entries come from, in words for a person: a chain and contract, or a file
 * @param position up to where the source was read: the block number on a chain, the sequence number
 *     in a signed file; 0 before the first reading
 * @param confirmedAt when the source last confirmed that this is its newest state; empty when it
 *     never did
 * @param trouble why the source cannot be read now, in one sentence; empty while it can
 */
public record Freshness(
        String source, long position, Optional<Instant> confirmedAt, Optional<String> trouble) {

    /** Whether the source answers now. */
    public boolean reachable() {
        return trouble.isEmpty();
    }

    /** Whether there is anything to answer from: read from the source or from a saved file. */
    public boolean loaded() {
        return confirmedAt.isPresent();
    }

    /** How old the answers may be; empty when nothing was ever read. */
    public Optional<Duration> age(Instant now) {
        return confirmedAt.map(at -> at.isAfter(now) ? Duration.ZERO : Duration.between(at, now));
    }
}
