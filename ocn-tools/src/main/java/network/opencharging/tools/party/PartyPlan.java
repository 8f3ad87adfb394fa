package network.opencharging.tools.party;

import network.opencharging.bridge.config.BridgeSettings;
import network.opencharging.bridge.config.DataSettings;
import network.opencharging.bridge.config.DoorSettings;
import network.opencharging.bridge.config.HubSettings;
import network.opencharging.bridge.config.PartiesSettings;
import network.opencharging.bridge.config.RegistrySettings;
import network.opencharging.bridge.sign.Demand;
import network.opencharging.tools.ocpi.Identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How a canned party is to be started.
 *
 * @param identity who it is
 * @param port where its bridge listens on 127.0.0.1
 * @param folder where its bridge keeps its files
 * @param keyFile with what it signs; nothing when it does not
 * @param registry the environment with which a node finds the registry
 */
public record PartyPlan(
        Identity identity, int port, Path folder, String keyFile, Map<String, String> registry) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Copies the environment. */
    public PartyPlan {
        registry = Map.copyOf(registry);
    }

    BridgeSettings settings() {
        String id = identity.party().countryCode() + "-" + identity.party().partyId();
        return new BridgeSettings(
                new DoorSettings(
                        "http://127.0.0.1:" + port,
                        "127.0.0.1",
                        port,
                        PATIENCE,
                        Demand.WHERE_SIGNED,
                        DoorSettings.Tls.NONE),
                new PartiesSettings(
                        List.of(
                                new PartiesSettings.One(
                                        id, identity.role(), identity.name(), keyFile))),
                new HubSettings("", "", "", "", "", List.of()),
                new DataSettings(folder.toString(), "", "sa", "", true));
    }

    RegistrySettings registrySettings() {
        return new RegistrySettings(
                registry.getOrDefault("OCN_REGISTRY_FILE", ""),
                registry.getOrDefault("OCN_REGISTRY_AUTHORITY", ""),
                registry.getOrDefault("OCN_REGISTRY_CONTRACT", ""),
                Arrays.stream(registry.getOrDefault("OCN_CHAIN_RPC", "").split(","))
                        .filter(url -> !url.isBlank())
                        .map(URI::create)
                        .toList(),
                Long.parseLong(registry.getOrDefault("OCN_CHAIN_ID", "0")),
                Duration.ofMillis(200));
    }
}
