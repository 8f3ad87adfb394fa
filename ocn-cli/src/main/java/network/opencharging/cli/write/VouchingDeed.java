package network.opencharging.cli.write;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.contract.CertifierContract;
import network.opencharging.registry.contract.Vouching;

import java.time.Instant;

/**
 * An issuer vouches. Both forms are the same call: what counts is the issuer's signature inside,
 * whoever sends it.
 *
 * @param contract which certifier
 * @param vouching for what
 */
public record VouchingDeed(CertifierContract contract, Vouching vouching) implements Deed {
    @Override
    public String words(Address author) {
        return vouching.words(author);
    }

    @Override
    public Call direct(Wallet author) throws RpcException {
        return contract.present(vouching, author.signTyped(contract.messages().vouching(vouching)));
    }

    @Override
    public Call signed(Wallet author, Instant deadline) throws RpcException {
        return direct(author);
    }

    @Override
    public Instant goodUntil(Instant wished) {
        return vouching.term().until();
    }
}
