package network.opencharging.registry.chain.tx;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.ChainUnreachable;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.rpc.RpcRefused;
import network.opencharging.registry.chain.tx.Outcome.Sent;

import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.utils.Numeric;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what was sent. */
final class Receipts {

    /** Sends again, in the same place, with a higher fee. */
    @FunctionalInterface
    interface Bump {
        Sent apply(Sent sent) throws RpcException;
    }

    private final Rpc rpc;
    private final Address sender;
    private final RevertWords words;

    Receipts(Rpc rpc, Address sender, RevertWords words) {
        this.rpc = rpc;
        this.sender = sender;
        this.words = words;
    }

    Outcome await(Sent sent, Patience patience, Bump bump) throws RpcException {
        long started = System.nanoTime();
        long lastOffer = started;
        Sent now = sent;
        while (true) {
            Optional<TransactionReceipt> receipt = look(now);
            if (receipt.isPresent()) {
                return outcome(now, receipt.get());
            }
            if (isOver(started, patience.giveUpAfter()) || !pause(patience.poll())) {
                return new Outcome.Pending(now);
            }
            if (isOver(lastOffer, patience.bumpAfter())) {
                now = bump.apply(now);
                lastOffer = System.nanoTime();
            }
        }
    }

    /** A chain that does not answer for a moment is no reason to stop waiting. */
    private Optional<TransactionReceipt> look(Sent sent) throws RpcException {
        try {
            for (String hash : sent.hashes().reversed()) {
                Optional<TransactionReceipt> receipt = rpc.receipt(hash);
                if (receipt.isPresent()) {
                    return receipt;
                }
            }
            return Optional.empty();
        } catch (ChainUnreachable e) {
            return Optional.empty();
        }
    }

    private Outcome outcome(Sent sent, TransactionReceipt receipt) throws RpcException {
        String hash = receipt.getTransactionHash();
        if (!receipt.isStatusOK()) {
            return new Outcome.Refused(reason(sent, receipt), Optional.of(hash));
        }
        BigInteger price =
                receipt.getEffectiveGasPrice() == null
                        ? sent.fee().most()
                        : Numeric.decodeQuantity(receipt.getEffectiveGasPrice());
        return new Outcome.Mined(
                hash,
                receipt.getBlockNumber().longValueExact(),
                receipt.getGasUsed().multiply(price),
                Optional.ofNullable(receipt.getContractAddress()).flatMap(Address::parse));
    }

    /** The receipt does not say why: the same call is made again, without sending. */
    private String reason(Sent sent, TransactionReceipt receipt) throws RpcException {
        if (receipt.getGasUsed().equals(sent.gas())) {
            return "the transaction used up all its gas";
        }
        if (sent.call().to().isEmpty()) {
            return "the contract could not be created";
        }
        try {
            rpc.call(sender, sent.call().to().get(), sent.call().data());
            return "the contract refused it in its block, and would accept it now";
        } catch (RpcRefused e) {
            return e.revertData().map(words::sentence).orElse(e.reason());
        }
    }

    private static boolean isOver(long since, Duration limit) {
        return System.nanoTime() - since >= limit.toNanos();
    }

    /**
     * Waits a while.
     *
     * @return false when somebody wants this thread to end
     */
    private static boolean pause(Duration time) {
        try {
            return !new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
