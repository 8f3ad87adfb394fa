package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.rpc.RpcRefused;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.generated.OcnRegistry;

import org.web3j.abi.FunctionEncoder;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.StaticGasProvider;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reading this registry; it gives its lists in pages. */
public final class RegistryContract implements RegistryReader {
    private static final int LARGEST_PAGE = 500;
    private static final int SMALLEST_PAGE = 25;
    private static final int PARTY_WORDS = 9;

    private final Rpc rpc;
    private final Address address;
    private final OcnRegistry wrapper;

    /** The registry at this address. */
    public RegistryContract(Rpc rpc, Address address) {
        this.rpc = rpc;
        this.address = address;
        this.wrapper = wrapper(rpc, address);
    }

    static OcnRegistry wrapper(Rpc rpc, Address address) {
        return OcnRegistry.load(
                address.lowerCase(),
                rpc.web3j(),
                new ReadonlyTransactionManager(rpc.web3j(), Address.ZERO.lowerCase()),
                new StaticGasProvider(BigInteger.ZERO, BigInteger.ZERO));
    }

    /** What creates a new registry: its code with its owner. */
    public static String creation(Address owner) {
        return "0x"
                + OcnRegistry.BINARY
                + FunctionEncoder.encodeConstructor(
                        List.of(new org.web3j.abi.datatypes.Address(owner.lowerCase())));
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public Rpc rpc() {
        return rpc;
    }

    @Override
    public List<Operator> operators(long block) throws RpcException {
        return all(
                wrapper::operatorsPage,
                block,
                page -> page.entries(0),
                entry -> Encoding.operator(entry.address(0).text(), entry.text(1)));
    }

    @Override
    public List<Party> parties(long block) throws RpcException {
        return all(
                wrapper::partiesPage,
                block,
                page -> page.rows(0, PARTY_WORDS),
                RegistryContract::party);
    }

    /** In the order of the contract's {@code PartyEntry}. */
    private static Optional<Party> party(Answer entry) {
        return Encoding.partyId(entry.left(1, 2), entry.left(2, 3))
                .map(id ->
                        new Party(
                                id,
                                entry.address(0),
                                Encoding.roles(BigInteger.valueOf(entry.integer(3))),
                                Encoding.modules(
                                        BigInteger.valueOf(entry.integer(4)),
                                        BigInteger.valueOf(entry.integer(5))),
                                entry.address(6),
                                entry.truth(7)));
    }

    /** The nonce that the next signed message of this account must carry. */
    public BigInteger messageNonce(Address account) throws RpcException {
        RemoteFunctionCall<BigInteger> call = wrapper.nonces(account.lowerCase());
        String answer = rpc.call(Address.ZERO, address, call.encodeFunctionCall());
        return (BigInteger) call.decodeFunctionResponse(answer).getFirst().getValue();
    }

    @Override
    public Optional<RegistryEvent> event(Log log) {
        return RegistryLogs.event(log);
    }

    private <T> List<T> all(
            BiFunction<BigInteger, BigInteger, RemoteFunctionCall<?>> pages,
            long block,
            Function<Answer, List<Answer>> listing,
            Function<Answer, Optional<T>> reading)
            throws RpcException {
        List<T> entries = new ArrayList<>();
        int limit = LARGEST_PAGE;
        int cursor = 0;
        while (true) {
            RemoteFunctionCall<?> page =
                    pages.apply(BigInteger.valueOf(cursor), BigInteger.valueOf(limit));
            try {
                Answer answer = answer(page, block);
                for (Answer entry : listing.apply(answer)) {
                    reading.apply(entry).ifPresent(entries::add);
                }
                cursor = answer.integer(1);
                if (cursor == answer.integer(2)) {
                    return entries;
                }
            } catch (RpcRefused e) {
                // Nodes limit the gas of a call or the size of an answer.
                if (limit <= SMALLEST_PAGE) {
                    throw e;
                }
                limit = limit / 2;
            }
        }
    }

    private Answer answer(RemoteFunctionCall<?> page, long block) throws RpcException {
        Answer answer = Answer.of(rpc.call(address, page.encodeFunctionCall(), block));
        if (answer.isEmpty()) {
            throw new NotARegistry(address);
        }
        return answer;
    }
}
