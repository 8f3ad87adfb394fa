package network.opencharging.node.config;

import network.opencharging.protocol.key.Address;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;

/**
 * Where the registry is read from.
 *
 * @param source a signed file, a contract on a chain, or a subgraph
 * @param file the signed file; its signature stands beside it, with {@code .sig} at the end
 * @param authority whose signature on the file is believed
 * @param contract address of the registry contract on the chain
 * @param subgraph where a subgraph answers
 * @param refresh how often to look for changes
 */
@ConfigurationProperties("ocn.registry")
public record RegistrySettings(
        Source source,
        String file,
        String authority,
        String contract,
        Subgraph subgraph,
        Duration refresh) {
    /** Where entries come from. */
    public enum Source {
        /** A file that the network's authority has signed. */
        FILE,
        /** A contract on a chain. */
        CHAIN,
        /** A contract of the first published generation (ocn-registry 1.x). */
        CHAIN_FIRST,
        /** A contract of the second published generation (ocn-registry-v2.0). */
        CHAIN_SECOND,
        /** An index that others keep of a contract of the second generation. */
        SUBGRAPH;

        private boolean isContract() {
            return this == CHAIN || this == CHAIN_FIRST || this == CHAIN_SECOND;
        }
    }

    /**
     * A subgraph.
     *
     * @param url takes GraphQL by POST
     * @param token for the {@code Authorization} header; empty sends none
     */
    public record Subgraph(String url, String token) {
        /** The address, never the token. */
        @Override
        public String toString() {
            return "subgraph " + url;
        }
    }

    /** Checks what the source needs. */
    public RegistrySettings {
        if (source == Source.FILE && file.isBlank()) {
            throw new IllegalArgumentException(
                    "ocn.registry.file (OCN_REGISTRY_FILE) must name the signed directory file"
                            + " while ocn.registry.source is file");
        }
        if (source == Source.FILE && Address.parse(authority).isEmpty()) {
            throw new IllegalArgumentException(
                    "ocn.registry.authority (OCN_REGISTRY_AUTHORITY) must be the address, 0x and 40"
                        + " hexadecimal digits, whose signature on the directory file is believed");
        }
        if (source.isContract() && Address.parse(contract).isEmpty()) {
            throw new IllegalArgumentException(
                    "ocn.registry.contract (OCN_REGISTRY_CONTRACT) must be the address, 0x and 40"
                        + " hexadecimal digits, of the registry contract while ocn.registry.source"
                        + " is chain, chain-first or chain-second");
        }
        if (source == Source.SUBGRAPH && !subgraph.url().matches("https?://.+")) {
            throw new IllegalArgumentException(
                    "ocn.registry.subgraph.url (OCN_REGISTRY_SUBGRAPH) must be the https address at"
                            + " which the subgraph takes GraphQL while ocn.registry.source is"
                            + " subgraph");
        }
        if (!refresh.isPositive()) {
            throw new IllegalArgumentException("ocn.registry.refresh must be positive");
        }
    }
}
