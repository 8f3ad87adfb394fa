package network.opencharging.cli.write;

import network.opencharging.cli.output.OutputOptions;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.tx.Outcome;
import network.opencharging.tools.terminal.Failure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for blocks on top of a block, not for ever. */
final class Waiting {
    private final Rpc rpc;
    private final long until;

    Waiting(Rpc rpc, Duration longest) {
        this.rpc = rpc;
        this.until = System.nanoTime() + longest.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() > until;
    }

    /** Waits for that many blocks, its own included; false when the chain took its block back. */
    boolean confirmed(Outcome.Mined mined, int wanted, OutputOptions output) throws RpcException {
        long said = 1;
        while (true) {
            long has = rpc.latest().number() - mined.block() + 1;
            if (has >= wanted) {
                return rpc.receipt(mined.hash())
                        .filter(receipt ->
                                receipt.getBlockNumber().longValueExact() == mined.block())
                        .isPresent();
            }
            if (has > said) {
                output.say("%d of %d confirmations.".formatted(has, wanted));
                said = has;
            }
            if (isOver() || !pause(rpc.chain().blocks().time().dividedBy(4))) {
                throw Failure.pending(
                        "Transaction %s is in block %d and has %d of %d confirmations: go on with  ocn resume %s"
                                .formatted(mined.hash(), mined.block(), has, wanted, mined.hash()));
            }
        }
    }

    /** False when somebody wants this thread to end. */
    private static boolean pause(Duration time) {
        try {
            return !new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
