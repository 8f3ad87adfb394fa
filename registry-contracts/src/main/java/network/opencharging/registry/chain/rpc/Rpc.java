package network.opencharging.registry.chain.rpc;

import network.opencharging.protocol.key.Address;

import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

import tools.jackson.core.JacksonException;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The questions that this system asks a chain. Every one ends within the deadline of the profile
 * (once per endpoint), with an answer or an {@link RpcException}.
 */
public final class Rpc implements AutoCloseable {
    private final ChainProfile chain;
    private final FailoverTransport transport;
    private final Web3j web3j;

    /** Asks this chain; nothing is sent before the first question. */
    public Rpc(ChainProfile chain) {
        this.chain = chain;
        this.transport = new FailoverTransport(chain);
        this.web3j = Web3j.build(transport);
    }

    /** The chain that is asked. */
    public ChainProfile chain() {
        return chain;
    }

    /** The same chain in the form that generated wrappers ask for. */
    public Web3j web3j() {
        return web3j;
    }

    /** The newest block. */
    public Block latest() throws RpcException {
        return block(DefaultBlockParameterName.LATEST)
                .orElseThrow(
                        () -> new RpcRefused("eth_getBlockByNumber", 0, "no newest block", ""));
    }

    /** The block at this height, or empty when the chain is not that high. */
    public Optional<Block> block(long number) throws RpcException {
        return block(at(number));
    }

    private Optional<Block> block(DefaultBlockParameter which) throws RpcException {
        EthBlock.Block block = ask(web3j.ethGetBlockByNumber(which, false)).getBlock();
        return Optional.ofNullable(block)
                .map(b ->
                        new Block(
                                b.getNumber().longValueExact(),
                                b.getHash(),
                                b.getParentHash(),
                                Instant.ofEpochSecond(b.getTimestamp().longValueExact()),
                                b.getBaseFeePerGasRaw() == null
                                        ? Optional.empty()
                                        : Optional.of(b.getBaseFeePerGas())));
    }

    /** What this contract logged from one block to another, both included, in order. */
    public List<Log> logs(Address contract, long from, long to) throws RpcException {
        EthFilter filter = new EthFilter(at(from), at(to), contract.lowerCase());
        return ask(web3j.ethGetLogs(filter)).getLogs().stream()
                .map(EthLog.LogObject.class::cast)
                .map(EthLog.LogObject::get)
                .toList();
    }

    /** Calls a contract without sending anything, at this block. */
    public String call(Address contract, String data, long block) throws RpcException {
        return call(Address.ZERO, contract, data, at(block));
    }

    /** Runs what would create a contract without creating it, at this block. */
    public String create(String code, long block) throws RpcException {
        Transaction creation =
                new Transaction(Address.ZERO.lowerCase(), null, null, null, null, null, code);
        return ask(web3j.ethCall(creation, at(block))).getValue();
    }

    /** Calls a contract as this account without sending anything, at the newest block. */
    public String call(Address from, Address contract, String data) throws RpcException {
        return call(from, contract, data, DefaultBlockParameterName.LATEST);
    }

    private String call(Address from, Address contract, String data, DefaultBlockParameter block)
            throws RpcException {
        Transaction call =
                Transaction.createEthCallTransaction(from.lowerCase(), contract.lowerCase(), data);
        return ask(web3j.ethCall(call, block)).getValue();
    }

    /** How much gas this transaction would take now; refused when it would revert. */
    public BigInteger estimateGas(Transaction transaction) throws RpcException {
        return ask(web3j.ethEstimateGas(transaction)).getAmountUsed();
    }

    /** The nonce after all transactions of this account that the node knows, mined or not. */
    public BigInteger nextNonce(Address account) throws RpcException {
        return ask(web3j.ethGetTransactionCount(
                        account.lowerCase(), DefaultBlockParameterName.PENDING))
                .getTransactionCount();
    }

    /** What this account holds, in wei. */
    public BigInteger balance(Address account) throws RpcException {
        return ask(web3j.ethGetBalance(account.lowerCase(), DefaultBlockParameterName.LATEST))
                .getBalance();
    }

    /** What the node suggests for a unit of gas, in wei. */
    public BigInteger gasPrice() throws RpcException {
        return ask(web3j.ethGasPrice()).getGasPrice();
    }

    /** Whether there is a contract at this address. */
    public boolean isContract(Address address) throws RpcException {
        return ask(web3j.ethGetCode(address.lowerCase(), DefaultBlockParameterName.LATEST))
                        .getCode()
                        .length()
                > 2;
    }

    /**
     * Hands a signed transaction to the chain.
     *
     * @return its hash
     */
    public String send(String signed) throws RpcException {
        return ask(web3j.ethSendRawTransaction(signed)).getTransactionHash();
    }

    /** A transaction that the chain's node knows, mined or not. */
    public Optional<org.web3j.protocol.core.methods.response.Transaction> transaction(String hash)
            throws RpcException {
        return ask(web3j.ethGetTransactionByHash(hash)).getTransaction();
    }

    /** What became of a transaction, or empty while it is not in a block. */
    public Optional<TransactionReceipt> receipt(String hash) throws RpcException {
        return ask(web3j.ethGetTransactionReceipt(hash)).getTransactionReceipt();
    }

    private static DefaultBlockParameter at(long number) {
        return DefaultBlockParameter.valueOf(BigInteger.valueOf(number));
    }

    private static <T extends Response<?>> T ask(Request<?, T> request) throws RpcException {
        try {
            T answer = request.send();
            if (answer.hasError()) {
                Response.Error error = answer.getError();
                throw new RpcRefused(
                        request.getMethod(),
                        error.getCode(),
                        String.valueOf(error.getMessage()),
                        String.valueOf(error.getData()));
            }
            return answer;
        } catch (RpcException e) {
            throw e;
        } catch (IOException | JacksonException e) {
            throw new ChainUnreachable(
                    request.getMethod() + " was not answered as JSON-RPC: " + e.getMessage());
        }
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        transport.close();
        web3j.shutdown();
    }
}
