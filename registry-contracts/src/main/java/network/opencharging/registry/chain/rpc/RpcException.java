package network.opencharging.registry.chain.rpc;

import java.io.IOException;

/** The chain did not give what was asked; the message is one sentence for a person. */
public abstract sealed class RpcException extends IOException
        permits ChainUnreachable, WrongChain, RpcRefused, NotSigned {
    RpcException(String message) {
        super(message);
    }
}
