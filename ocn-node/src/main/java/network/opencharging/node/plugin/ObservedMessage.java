package network.opencharging.node.plugin;

import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.RouteKey;

import java.time.Duration;

/**
 * A message that has passed.
 *
 * @param from who sent it
 * @param to for whom it was
 * @param target module, side, method and path
 * @param request what was asked, byte for byte
 * @param httpStatus of the answer
 * @param answer what was answered
 * @param correlationId the id of the exchange
 * @param took from receiving to the answer
 */
public record ObservedMessage(
        PartyId from,
        PartyId to,
        RouteKey target,
        Body request,
        int httpStatus,
        Body answer,
        String correlationId,
        Duration took) {}
