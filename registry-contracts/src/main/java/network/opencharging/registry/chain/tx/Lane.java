package network.opencharging.registry.chain.tx;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.Block;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.rpc.RpcRefused;
import network.opencharging.registry.chain.tx.Outcome.Sent;

import org.web3j.crypto.RawTransaction;
import org.web3j.protocol.core.methods.request.Transaction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Everything that one account sends, in order: the only place that gives out this account's nonces.
 * Two lanes for one account, in one process or in two, would take each other's place.
 */
public final class Lane {
    private final Rpc rpc;
    private final Wallet wallet;
    private final FeePolicy fees;
    private final RevertWords words;
    private final ReentrantLock order = new ReentrantLock();
    private BigInteger nextNonce = BigInteger.ZERO;

    /**
     * A lane.
     *
     * @param rpc the chain
     * @param wallet whose lane it is
     * @param fees how fees are chosen
     * @param words puts reasons of the called contracts into sentences
     */
    public Lane(Rpc rpc, Wallet wallet, FeePolicy fees, RevertWords words) {
        this.rpc = rpc;
        this.wallet = wallet;
        this.fees = fees;
        this.words = words;
    }

    /** Whose lane it is. */
    public Address sender() {
        return wallet.address();
    }

    /** What would happen if this were sent now; sends nothing. */
    public Forecast forecast(Call call) throws RpcException {
        try {
            BigInteger gas = rpc.estimateGas(request(call));
            // A fifth more: the state may change between this look and the block.
            BigInteger limit = gas.multiply(BigInteger.valueOf(6)).divide(BigInteger.valueOf(5));
            return new Forecast.Passes(limit, fee(), rpc.balance(sender()));
        } catch (RpcRefused e) {
            if (!e.isRevert()) {
                throw e;
            }
            return new Forecast.Refused(e.revertData().map(words::sentence).orElse(e.reason()));
        }
    }

    /** Sends this and waits for it. */
    public Outcome send(Call call, Patience patience) throws RpcException {
        return switch (submit(call)) {
            case Outcome.Pending(Sent sent) -> await(sent, patience);
            case Outcome other -> other;
        };
    }

    /** Sends this and does not wait: the answer is {@code Pending}, or why it was not sent. */
    public Outcome submit(Call call) throws RpcException {
        return switch (forecast(call)) {
            case Forecast.Refused(String reason) -> new Outcome.Refused(reason, Optional.empty());
            case Forecast.Passes passes when !passes.affordable() ->
                    new Outcome.Unaffordable(passes.balance(), passes.cost());
            case Forecast.Passes passes ->
                    new Outcome.Pending(enqueue(call, passes.gas(), passes.fee()));
        };
    }

    private Sent enqueue(Call call, BigInteger gas, Fee fee) throws RpcException {
        order.lock();
        try {
            return place(call, nextNonce.max(rpc.nextNonce(sender())), gas, fee);
        } catch (RpcRefused e) {
            // What was counted here was dropped there, or somebody else used this account.
            nextNonce = BigInteger.ZERO;
            if (!e.reason().contains("nonce")) {
                throw e;
            }
            return place(call, rpc.nextNonce(sender()), gas, fee);
        } finally {
            order.unlock();
        }
    }

    private Sent place(Call call, BigInteger nonce, BigInteger gas, Fee fee) throws RpcException {
        String hash = broadcast(call, nonce, gas, fee);
        nextNonce = nonce.add(BigInteger.ONE);
        return new Sent(call, nonce, gas, fee, List.of(hash));
    }

    /** Waits until one of the sendings is mined; offers more when it takes long. */
    public Outcome await(Sent sent, Patience patience) throws RpcException {
        return new Receipts(rpc, sender(), words).await(sent, patience, this::bump);
    }

    /**
     * Where a transaction stands that was sent earlier, perhaps by another process; await it as if
     * it had been sent here.
     *
     * @param hash the transaction
     * @return empty when the chain's node does not know it, or it is not of this sender
     */
    public Optional<Sent> resume(String hash) throws RpcException {
        return rpc.transaction(hash)
                .filter(found ->
                        Address.parse(found.getFrom()).filter(sender()::equals).isPresent())
                .map(found -> Resumed.sent(hash, found));
    }

    /** Sends the same with a higher fee in the same place, unless the ceiling is reached. */
    private Sent bump(Sent sent) throws RpcException {
        Fee higher = sent.fee().bumped();
        if (higher.most().compareTo(fees.ceiling()) > 0) {
            return sent;
        }
        try {
            List<String> hashes = new ArrayList<>(sent.hashes());
            hashes.add(broadcast(sent.call(), sent.nonce(), sent.gas(), higher));
            return new Sent(sent.call(), sent.nonce(), sent.gas(), higher, hashes);
        } catch (RpcRefused e) {
            // Mined in the meantime, or the node wants a still higher bump: the next look tells.
            return new Sent(sent.call(), sent.nonce(), sent.gas(), higher, sent.hashes());
        }
    }

    private String broadcast(Call call, BigInteger nonce, BigInteger gas, Fee fee)
            throws RpcException {
        long chainId = rpc.chain().chainId();
        String to = call.to().map(Address::lowerCase).orElse("");
        RawTransaction transaction =
                switch (fee) {
                    case Fee.Dynamic(BigInteger tip, BigInteger most) ->
                            RawTransaction.createTransaction(
                                    chainId, nonce, gas, to, call.value(), call.data(), tip, most);
                    case Fee.Legacy(BigInteger price) ->
                            RawTransaction.createTransaction(
                                    nonce, price, gas, to, call.value(), call.data());
                };
        return rpc.send(wallet.signTransaction(transaction, chainId));
    }

    /** Twice the base fee lasts for six full blocks in a row. */
    private Fee fee() throws RpcException {
        Block head = rpc.latest();
        if (fees.dynamic() && head.baseFee().isPresent()) {
            BigInteger most = head.baseFee().get().shiftLeft(1).add(fees.tip());
            return new Fee.Dynamic(fees.tip(), most.min(fees.ceiling()));
        }
        return new Fee.Legacy(rpc.gasPrice().min(fees.ceiling()));
    }

    private Transaction request(Call call) {
        return new Transaction(
                sender().lowerCase(),
                null,
                null,
                null,
                call.to().map(Address::lowerCase).orElse(null),
                call.value(),
                call.data());
    }
}
