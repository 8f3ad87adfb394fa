package network.opencharging.bridge.config;

import network.opencharging.protocol.key.Address;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where the registry is read from; nowhere, when neither file nor contract is named.
 *
 * @param file a signed directory file
 * @param authority whose signature on the file is believed
 * @param contract the address of the registry contract
 * @param rpc where JSON-RPC of its chain is answered
 * @param chainId of that chain
 * @param refresh how often to look for changes
 */
@ConfigurationProperties(prefix = "ocn.bridge.registry", ignoreUnknownFields = false)
public record RegistrySettings(
        @DefaultValue("") String file,
        @DefaultValue("") String authority,
        @DefaultValue("") String contract,
        @DefaultValue List<URI> rpc,
        @DefaultValue("0") long chainId,
        @DefaultValue("5s") Duration refresh) {

    /** Checks what each source needs. */
    public RegistrySettings {
        rpc = List.copyOf(rpc);
        Check.that(
                file.isBlank() || Address.parse(authority).isPresent(),
                "ocn.bridge.registry.authority must be an address while registry.file is set");
        Check.that(
                contract.isBlank() || (Address.parse(contract).isPresent() && !rpc.isEmpty()),
                "ocn.bridge.registry.contract must be an address, and registry.rpc name a URL");
    }
}
