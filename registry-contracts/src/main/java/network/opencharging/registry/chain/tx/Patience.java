package network.opencharging.registry.chain.tx;

import java.time.Duration;

/**
 * How long to wait for a transaction.
 *
 * @param poll how often to look
 * @param bumpAfter after how long without a block to offer more
 * @param giveUpAfter after how long to stop waiting; the transaction may still be mined later
 */
public record Patience(Duration poll, Duration bumpAfter, Duration giveUpAfter) {

    /** Looks four times per block, offers more after eight blocks, gives up after forty. */
    public static Patience of(Duration blockTime) {
        return new Patience(
                blockTime.dividedBy(4), blockTime.multipliedBy(8), blockTime.multipliedBy(40));
    }
}
