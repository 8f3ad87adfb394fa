package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.rpc.RpcRefused;

import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.generated.Uint256;

import java.util.List;
import java.util.Optional;

/** The generations of registries, as a person chooses between them. */
public enum RegistryForm {
    /** This project's registry. */
    OURS,
    /** ocn-registry 1.x. */
    FIRST,
    /** ocn-registry-v2.0. */
    SECOND;

    private static final String WORD_ONE = "0x" + "0".repeat(63) + "1";
    private static final String PARTIES_PAGE_OF_ONE =
            FunctionEncoder.encode(
                    new Function(
                            "partiesPage", List.of(new Uint256(0), new Uint256(1)), List.of()));

    /** A reader for a registry of this generation. */
    public RegistryReader reader(Rpc rpc, Address address) {
        return switch (this) {
            case OURS -> new RegistryContract(rpc, address);
            case FIRST -> PublishedRegistry.first(rpc, address);
            case SECOND -> PublishedRegistry.second(rpc, address);
        };
    }

    /** Which generation is at this address; empty when there is no registry. */
    public static Optional<RegistryForm> at(Rpc rpc, Address address) throws RpcException {
        if (answer(rpc, address, "0xa8311aa8").isEmpty()) {
            return Optional.empty();
        }
        if (answer(rpc, address, PARTIES_PAGE_OF_ONE).isPresent()) {
            return Optional.of(OURS);
        }
        // ERC-165: the second registry has it, the first has not.
        String asked = "0x01ffc9a7" + "01ffc9a7" + "0".repeat(56);
        boolean second = answer(rpc, address, asked).filter(WORD_ONE::equals).isPresent();
        return Optional.of(second ? SECOND : FIRST);
    }

    private static Optional<String> answer(Rpc rpc, Address address, String data)
            throws RpcException {
        try {
            String answer = rpc.call(Address.ZERO, address, data);
            return answer.length() > 2 ? Optional.of(answer) : Optional.empty();
        } catch (RpcRefused e) {
            // A contract without this function refuses to answer: that is the answer.
            return Optional.empty();
        }
    }
}
