package network.opencharging.cli.write;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.contract.PermissionsContract;
import network.opencharging.registry.contract.RegistryMessages.Terms;
import network.opencharging.registry.contract.ServiceWish;

import java.time.Instant;

/**
 * A wish about services.
 *
 * @param contract which contract
 * @param wish what is wished
 */
public record ServiceDeed(PermissionsContract contract, ServiceWish wish) implements Deed {
    @Override
    public String words(Address author) {
        return words(wish, author);
    }

    /** A wish in one sentence, of its author. */
    static String words(ServiceWish wish, Address author) {
        return switch (wish) {
            case ServiceWish.MakeOffer w ->
                    "offer the service '%s' of %s, which wants %s"
                            .formatted(
                                    w.name(), author, w.permissions().stream().sorted().toList());
            case ServiceWish.EndOffer _ -> "offer no service of %s any more".formatted(author);
            case ServiceWish.CreateAgreement w ->
                    "let the service of %s have copies of what %s sends: %s"
                            .formatted(
                                    w.provider(),
                                    author,
                                    w.permissions().stream().sorted().toList());
            case ServiceWish.RevokeAgreement w ->
                    "let the service of %s have no copies of what %s sends any more"
                            .formatted(w.provider(), author);
        };
    }

    @Override
    public Call direct(Wallet author) {
        return contract.direct(wish);
    }

    @Override
    public Call signed(Wallet author, Instant deadline) throws RpcException {
        Terms terms = contract.terms(author.address(), deadline);
        return contract.signed(wish, terms, author.signTyped(contract.message(wish, terms)));
    }
}
