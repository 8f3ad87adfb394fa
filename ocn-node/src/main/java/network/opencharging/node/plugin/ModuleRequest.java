package network.opencharging.node.plugin;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.RouteKey;

import java.util.Optional;

/**
 * A request for a plugged-in module; its sender is proved, its signature (if any) verified.
 *
 * @param from who sends
 * @param to the party it is for; empty when it is for the hub
 * @param target module, side, method and path
 * @param query the parameters, decoded
 * @param body the body, JSON or empty
 * @param correlationId the id of the exchange
 */
public record ModuleRequest(
        PartyId from,
        Optional<PartyId> to,
        RouteKey target,
        Json.Obj query,
        Body body,
        String correlationId) {}
