package network.opencharging.registry.chain.rpc;

import java.time.Duration;
import java.util.Optional;

/**
 * How a chain's blocks come, and when they are believed.
 *
 * @param confirmations how many blocks must stand on a block before it is believed; 0 believes the
 *     newest at once and relies on the rewind
 * @param time how often a block is expected
 * @param oldestHead how old the newest block may be before the chain counts as standing still;
 *     empty where blocks come only with transactions
 */
public record Blocks(int confirmations, Duration time, Optional<Duration> oldestHead) {

    /**
     * Checks that this can be.
     *
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    public Blocks {
        if (confirmations < 0) {
            throw new IllegalArgumentException("confirmations must not be negative");
        }
        if (!time.isPositive()) {
            throw new IllegalArgumentException("block time must be positive");
        }
    }

    /** Blocks that come with transactions and are believed at once. */
    public static Blocks development() {
        return new Blocks(0, Duration.ofSeconds(1), Optional.empty());
    }
}
