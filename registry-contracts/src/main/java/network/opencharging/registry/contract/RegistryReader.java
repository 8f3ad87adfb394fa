package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;

import org.web3j.protocol.core.methods.response.Log;

import java.util.List;
import java.util.Optional;

/**
 * Reading a registry contract of any generation: everything at one block, and what its log says
 * after that. Entries that no node could use are left out.
 */
public interface RegistryReader {

    /** Where it is. */
    Address address();

    /** The chain it is on. */
    Rpc rpc();

    /** All operators that have a node, as of this block. */
    List<Operator> operators(long block) throws RpcException;

    /** All parties, as of this block, in few calls however many they are. */
    List<Party> parties(long block) throws RpcException;

    /** What a log of this contract means, or empty when it does not change the listing. */
    Optional<RegistryEvent> event(Log log);
}
