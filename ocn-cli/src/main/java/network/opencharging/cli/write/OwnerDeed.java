package network.opencharging.cli.write;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.tools.terminal.Failure;

import java.time.Instant;

/**
 * What only a contract's owner decides, and sends itself.
 *
 * @param what in words, without who
 * @param call what is sent
 */
public record OwnerDeed(String what, Call call) implements Deed {
    @Override
    public String words(Address author) {
        return what + ", as owner " + author;
    }

    @Override
    public Call direct(Wallet author) {
        return call;
    }

    @Override
    public Call signed(Wallet author, Instant deadline) {
        throw Failure.usage(
                "What the owner decides cannot be signed for another to send: send it yourself,"
                        + " without --sign-to.");
    }
}
