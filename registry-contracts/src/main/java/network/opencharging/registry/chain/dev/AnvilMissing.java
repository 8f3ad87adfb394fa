package network.opencharging.registry.chain.dev;

/** There is no development chain on this machine; the message says how to get one. */
public final class AnvilMissing extends IllegalStateException {
    AnvilMissing(String message) {
        super(message);
    }
}
