package network.opencharging.node.plugin;

import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.RouteKey;

import java.util.Optional;

/**
 * A request between the two versions.
 *
 * @param from who sends
 * @param to for whom it is; empty when the body says it (Open Routing)
 * @param target module, side, method and path
 * @param query what stands behind the question mark, as written
 * @param body the body
 */
public record AdaptedRequest(
        PartyId from, Optional<PartyId> to, RouteKey target, String query, Body body) {
    /** The same with another query and body. */
    public AdaptedRequest with(String otherQuery, Body otherBody) {
        return new AdaptedRequest(from, to, target, otherQuery, otherBody);
    }
}
