package network.opencharging.node.plugin;

import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.util.Optional;

/**
 * A request as a platform of an older version sends it.
 *
 * @param caller the party of the platform
 * @param hub the party of this node: what is addressed to it goes to everybody
 * @param method the method
 * @param module the module in the path
 * @param path what follows it, as written, without slashes at either end
 * @param query what stands behind the question mark, as written
 * @param body the body
 * @param named what the address says itself, where the node gave it out
 */
public record PlatformRequest(
        PartyId caller,
        PartyId hub,
        HttpMethod method,
        ModuleId module,
        String path,
        String query,
        Body body,
        Optional<Named> named) {

    /**
     * An address that says for whom it is.
     *
     * @param to the party
     * @param side the side of the module
     */
    public record Named(PartyId to, InterfaceRole side) {}
}
