package network.opencharging.bridge.call;

import network.opencharging.protocol.party.PartyId;

/**
 * Between whom a call is.
 *
 * @param from the own party that calls
 * @param to the partner; the hub itself for a push to all (Broadcast Push) or a list of all
 * @param correlationId the same for everything that belongs to this exchange
 */
public record Exchange(PartyId from, PartyId to, String correlationId) {}
