package network.opencharging.cpo.roaming;

import network.opencharging.bridge.config.BridgeSettings;
import network.opencharging.bridge.config.DataSettings;
import network.opencharging.bridge.config.DoorSettings;
import network.opencharging.bridge.config.HubSettings;
import network.opencharging.bridge.config.PartiesSettings;
import network.opencharging.bridge.config.RegistrySettings;
import network.opencharging.bridge.sign.Demand;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The way to partners.
 *
 * @param door where the node comes in
 * @param node the node
 * @param registry where the network's parties are listed
 */
public record RoamingSettings(Door door, Node node, Registry registry) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration REFRESH = Duration.ofSeconds(5);

    /**
     * Where the node comes in.
     *
     * @param url as the node reaches it, without a slash at the end
     * @param host the address to listen at
     * @param port the port to listen at
     */
    public record Door(String url, String host, int port) {}

    /**
     * The node.
     *
     * @param invitationFile what its operator wrote with {@code ocn admin invite --to}; empty: the
     *     backend runs without partners
     * @param party its hub's party, as {@code CH-OCN}: what goes there reaches everybody
     * @param name what the operator is called
     * @param keyFile the operator's private key; empty: nothing is signed
     */
    public record Node(String invitationFile, String party, String name, String keyFile) {}

    /**
     * Where the network's parties are listed: a signed file, or a contract on a chain.
     *
     * @param file a signed directory file
     * @param authority whose signature on it is believed
     * @param contract the address of the registry contract
     * @param rpc where JSON-RPC of its chain is answered
     * @param chainId of that chain
     */
    public record Registry(
            String file, String authority, String contract, List<URI> rpc, long chainId) {}

    /** Whether there is a node at all. */
    public boolean isWanted() {
        return !node.invitationFile().isBlank();
    }

    Optional<PartyId> everybody() {
        return PartyId.parse(node.party());
    }

    /** Who stands for everybody in the books; empty: nobody. */
    public String everybodysName() {
        return everybody().map(PartyId::toString).orElse("");
    }

    BridgeSettings bridge(PartyId operator, Path folder) {
        return new BridgeSettings(
                new DoorSettings(
                        door.url(),
                        door.host(),
                        door.port(),
                        PATIENCE,
                        Demand.WHERE_SIGNED,
                        DoorSettings.Tls.NONE),
                new PartiesSettings(
                        List.of(
                                new PartiesSettings.One(
                                        operator.countryCode() + "-" + operator.partyId(),
                                        Role.CPO,
                                        node.name(),
                                        node.keyFile()))),
                new HubSettings("", "", "", node.invitationFile(), node.party(), List.of()),
                new DataSettings(folder.toString(), "", "sa", "", true));
    }

    RegistrySettings directory() {
        return new RegistrySettings(
                registry.file(),
                registry.authority(),
                registry.contract(),
                registry.rpc(),
                registry.chainId(),
                REFRESH);
    }
}
