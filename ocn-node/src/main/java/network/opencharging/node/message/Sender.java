package network.opencharging.node.message;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.directory.Operator;

/** Who sends, once that is proved. */
public sealed interface Sender {
    /** The party. */
    PartyId party();

    /**
     * A party of this node.
     *
     * @param party one of the platform's roles
     * @param platform the platform whose token was shown
     */
    record Local(PartyId party, ConnectedPlatform platform) implements Sender {}

    /**
     * A party of another node.
     *
     * @param party listed in the directory
     * @param operator its operator, who signed the node message
     */
    record Remote(PartyId party, Operator operator) implements Sender {}
}
