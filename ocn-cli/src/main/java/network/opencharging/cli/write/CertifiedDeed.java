package network.opencharging.cli.write;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.contract.PublishedWrite;
import network.opencharging.registry.listing.Wish;
import network.opencharging.tools.terminal.Failure;

import java.time.Instant;

/**
 * A listing with certificates: whoever sends it, the account that they name is listed. So nobody
 * but that account does it from here.
 *
 * @param write the two forms of it
 * @param wish what is wished
 * @param owner whom the certificates name
 */
record CertifiedDeed(PublishedWrite write, Wish.SetParty wish, Address owner) implements Deed {
    @Override
    public String words(Address author) {
        if (!author.equals(owner)) {
            throw Failure.usage(
                    "The certificates are of account %s and you sign as %s: give the key of the first."
                            .formatted(owner, author));
        }
        return wish.words(author) + ", with certificates";
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

    @Override
    public boolean canBeSentAgain() {
        return true;
    }
}
