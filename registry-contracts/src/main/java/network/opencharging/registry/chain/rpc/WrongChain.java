package network.opencharging.registry.chain.rpc;

/** An endpoint answers, but for another chain than the configured one. */
public final class WrongChain extends RpcException {
    WrongChain(String endpoint, String found, long expected) {
        super(
                "%s answers for chain id %s, but chain id %d is configured: check the endpoint or the chain id"
                        .formatted(endpoint, found, expected));
    }
}
