package network.opencharging.cli.connect;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Blocks;
import network.opencharging.registry.chain.rpc.ChainProfile;
import network.opencharging.registry.contract.RegistryForm;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A network: a chain and the contracts on it.
 *
 * @param name what people call it
 * @param chain where it is
 * @param contracts what is there
 * @param note what to know before using it; may be empty
 */
public record Network(String name, Chain chain, Contracts contracts, String note) {

    /**
     * A chain.
     *
     * @param id its id (EIP-155)
     * @param rpc where JSON-RPC is answered
     * @param confirmations how many blocks, its own included, make a transaction certain enough
     * @param blockTime how often a block comes
     */
    public record Chain(long id, List<URI> rpc, int confirmations, Duration blockTime) {
        /** Keeps the endpoints from changing. */
        public Chain {
            rpc = List.copyOf(rpc);
        }
    }

    /**
     * The contracts of a network.
     *
     * @param form the generation of the registry
     * @param registry where the registry is
     * @param permissions where services and agreements are
     * @param certifier where certificates are presented
     */
    public record Contracts(
            RegistryForm form,
            Optional<Address> registry,
            Optional<Address> permissions,
            Optional<Address> certifier) {}

    /** As the chain's client wants it. */
    public ChainProfile profile() {
        return new ChainProfile(
                name,
                chain.id(),
                chain.rpc(),
                Duration.ofSeconds(10),
                new Blocks(0, chain.blockTime(), Optional.empty()));
    }
}
