package network.opencharging.registry.directory.subgraph;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a subgraph answers.
 *
 * @param url takes GraphQL by POST
 * @param token for the {@code Authorization} header, where one is needed
 * @param deadline how long one page may take
 */
public record SubgraphEndpoint(URI url, Optional<String> token, Duration deadline) {
    /** The address, never the token. */
    @Override
    public String toString() {
        return "subgraph " + url;
    }
}
