package network.opencharging.registry.chain.rpc;

/** No endpoint answered in time; the message says of each one why. */
public final class ChainUnreachable extends RpcException {
    ChainUnreachable(String message) {
        super(message);
    }
}
