package network.opencharging.cli.write;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.tx.Call;

import java.time.Instant;

/** Something that its author wants to be written, in both forms. */
public interface Deed {
    /** In one sentence for a person. */
    String words(Address author);

    /** The call, when the author sends it. */
    Call direct(Wallet author) throws RpcException;

    /** The call, signed by the author, good until the deadline, to be sent by anybody. */
    Call signed(Wallet author, Instant deadline) throws RpcException;

    /**
     * Until when what is signed may be sent.
     *
     * @param wished until when its author would have it
     */
    default Instant goodUntil(Instant wished) {
        return wished;
    }

    /** Whether anybody can send what is signed again, for ever: so it is where nothing says no. */
    default boolean canBeSentAgain() {
        return false;
    }
}
