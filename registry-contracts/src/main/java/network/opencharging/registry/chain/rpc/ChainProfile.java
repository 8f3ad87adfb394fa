package network.opencharging.registry.chain.rpc;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Everything about a chain that differs from one to the next.
 *
 * @param name for people
 * @param chainId the id that every endpoint must answer with (EIP-155)
 * @param endpoints where JSON-RPC is answered over HTTP, the preferred one first
 * @param deadline how long one endpoint may take for one answer
 * @param blocks how blocks come, and when they are believed
 */
public record ChainProfile(
        String name, long chainId, List<URI> endpoints, Duration deadline, Blocks blocks) {

    /**
     * Checks that the profile can work at all.
     *
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    public ChainProfile {
        endpoints = List.copyOf(endpoints);
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("chain " + name + " needs at least one endpoint");
        }
        if (chainId <= 0 || !deadline.isPositive()) {
            throw new IllegalArgumentException(
                    "chain " + name + ": chain id and deadline must be positive");
        }
    }

    /** A development chain: one endpoint, no waiting for confirmations, blocks when needed. */
    public static ChainProfile development(long chainId, URI endpoint) {
        return new ChainProfile(
                "development",
                chainId,
                List.of(endpoint),
                Duration.ofSeconds(30),
                Blocks.development());
    }
}
