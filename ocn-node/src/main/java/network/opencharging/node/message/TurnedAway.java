package network.opencharging.node.message;

import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.route.RouteKey;

import java.util.Optional;

/**
 * A request that did not get beyond the door: nobody knows who sent it, and often not what it
 * meant.
 *
 * @param ids its ids; fresh ones where it had none
 * @param asked what it asks for, as far as its path tells
 * @param method as it was sent
 * @param fromNode whether it came to the door of nodes
 * @param refusal why it was turned away
 */
public record TurnedAway(
        MessageIds ids,
        Optional<RouteKey> asked,
        String method,
        boolean fromNode,
        Refusal refusal) {}
