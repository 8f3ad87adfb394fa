package network.opencharging.node.config;

import network.opencharging.protocol.key.Address;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;

/**
 * Where the registry is read from.
 *
 * @param source a signed file, or a contract on a chain
 * @param file the signed file; its signature stands beside it, with {@code .sig} at the end
 * @param authority whose signature on the file is believed
 * @param contract address of the registry contract on the chain
 * @param refresh how often to look for changes
 */
@ConfigurationProperties("ocn.registry")
public record RegistrySettings(
        Source source, String file, String authority, String contract, Duration refresh) {
    /** Where entries come from. */
    public enum Source {
        /** A file that the network's authority has signed. */
        FILE,
        /** A contract on a chain. */
        CHAIN
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
        if (source == Source.CHAIN && Address.parse(contract).isEmpty()) {
            throw new IllegalArgumentException(
                    "ocn.registry.contract (OCN_REGISTRY_CONTRACT) must be the address, 0x and 40"
                        + " hexadecimal digits, of the registry contract while ocn.registry.source"
                        + " is chain");
        }
        if (!refresh.isPositive()) {
            throw new IllegalArgumentException("ocn.registry.refresh must be positive");
        }
    }
}
