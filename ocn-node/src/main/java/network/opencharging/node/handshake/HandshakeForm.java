package network.opencharging.node.handshake;

import network.opencharging.node.platform.Endpoint;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;

import java.util.List;
import java.util.Set;

/** How one version of OCPI writes what two platforms tell each other before they talk. */
public interface HandshakeForm {
    /** The version. */
    OcpiVersion version();

    /** Whether messages are translated: then it is spoken only with those who ask for it. */
    default boolean isTranslated() {
        return false;
    }

    /** The endpoints of this node, as they stand in the details of the version. */
    Json.Arr details();

    /**
     * The credentials object in which this node hands out a token.
     *
     * @param viewer the parties of whoever gets it: it is told of nobody whom they may not meet
     */
    Json.Obj ours(CredentialsToken token, Set<PartyId> viewer);

    /** The credentials object of the other side. */
    Checked<Credentials> theirs(Json body);

    /**
     * The endpoints that one entry of the other side's details stands for.
     *
     * @param entry an item of {@code endpoints}
     * @param place where it stands, for messages
     */
    Checked<List<Endpoint>> endpoints(Json entry, String place);
}
