package network.opencharging.cli.write;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.contract.PublishedWrite;

import java.time.Instant;
import java.util.function.Function;

/**
 * Something for a published contract.
 *
 * @param write the two forms of it
 * @param sentence in words, of its author
 */
record PublishedDeed(PublishedWrite write, Function<Address, String> sentence) implements Deed {
    @Override
    public String words(Address author) {
        return sentence.apply(author);
    }

    @Override
    public Call direct(Wallet author) {
        return write.direct();
    }

    @Override
    public Call signed(Wallet author, Instant deadline) throws RpcException {
        String signature = author.signPersonal(write.toSign(author.address()));
        return write.relayed(author.address(), signature);
    }

    /** No nonce, no deadline, no chain and no contract stands in what is signed. */
    @Override
    public boolean canBeSentAgain() {
        return true;
    }
}
