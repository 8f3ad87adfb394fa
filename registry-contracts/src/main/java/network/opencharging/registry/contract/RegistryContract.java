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
                entry ->
                        entry instanceof OcnRegistry.OperatorEntry e
                                ? Encoding.operator(e.operator, e.domain)
                                : Optional.empty());
    }

    @Override
    public List<Party> parties(long block) throws RpcException {
        return all(
                wrapper::partiesPage,
                block,
                entry -> entry instanceof OcnRegistry.PartyEntry e ? party(e) : Optional.empty());
    }

    private static Optional<Party> party(OcnRegistry.PartyEntry e) {
        return Encoding.partyId(e.countryCode, e.partyId)
                .map(id ->
                        new Party(
                                id,
                                new Address(e.party),
                                Encoding.roles(e.roles),
                                Encoding.modules(e.sender, e.receiver),
                                new Address(e.operator),
                                e.admitted));
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
            Function<Object, Optional<T>> reading)
            throws RpcException {
        List<T> entries = new ArrayList<>();
        int limit = LARGEST_PAGE;
        BigInteger cursor = BigInteger.ZERO;
        while (true) {
            RemoteFunctionCall<?> page = pages.apply(cursor, BigInteger.valueOf(limit));
            try {
                String answer = rpc.call(address, page.encodeFunctionCall(), block);
                var values = page.decodeFunctionResponse(answer);
                if (values.size() != 3) {
                    throw new NotARegistry(address);
                }
                for (Object entry : (List<?>) values.get(0).getValue()) {
                    reading.apply(entry).ifPresent(entries::add);
                }
                cursor = (BigInteger) values.get(1).getValue();
                if (cursor.equals(values.get(2).getValue())) {
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
}
