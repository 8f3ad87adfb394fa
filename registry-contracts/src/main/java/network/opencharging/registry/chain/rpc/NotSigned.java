package network.opencharging.registry.chain.rpc;

/** A signing service does not sign: it is away, holds no such key, or refuses. */
public final class NotSigned extends RpcException {
    private static final long serialVersionUID = 1L;

    /** Says why, in one sentence for a person. */
    public NotSigned(String message) {
        super(message);
    }
}
