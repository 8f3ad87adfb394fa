package network.opencharging.cli.write;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.contract.CertifierContract;

import java.math.BigInteger;
import java.time.Instant;

/**
 * An issuer takes back what it gave out under a number.
 *
 * @param contract which certifier
 * @param serial the issuer's number for it
 */
public record RevocationDeed(CertifierContract contract, BigInteger serial) implements Deed {
    @Override
    public String words(Address author) {
        return "revoke what issuer %s gave out under serial %d, for ever".formatted(author, serial);
    }

    @Override
    public Call direct(Wallet author) {
        return contract.revoke(serial);
    }

    @Override
    public Call signed(Wallet author, Instant deadline) throws RpcException {
        String message = contract.messages().revocation(author.address(), serial);
        return contract.revokeSigned(author.address(), serial, author.signTyped(message));
    }
}
