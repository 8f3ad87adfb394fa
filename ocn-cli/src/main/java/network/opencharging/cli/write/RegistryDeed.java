package network.opencharging.cli.write;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.chain.tx.FeePolicy;
import network.opencharging.registry.chain.tx.Lane;
import network.opencharging.registry.contract.RegistryContract;
import network.opencharging.registry.contract.RegistryErrors;
import network.opencharging.registry.listing.Registrar;
import network.opencharging.registry.listing.Wish;

import java.time.Instant;

/**
 * A wish to the registry.
 *
 * @param registry which one
 * @param wish what is wished
 */
public record RegistryDeed(RegistryContract registry, Wish wish) implements Deed {
    @Override
    public String words(Address author) {
        return wish.words(author);
    }

    @Override
    public Call direct(Wallet author) {
        return registrar(author).call(wish);
    }

    @Override
    public Call signed(Wallet author, Instant deadline) throws RpcException {
        Registrar registrar = registrar(author);
        return registrar.call(registrar.sign(wish, author, deadline));
    }

    private Registrar registrar(Wallet author) {
        return new Registrar(
                registry,
                new Lane(registry.rpc(), author, FeePolicy.usual(), new RegistryErrors()));
    }
}
