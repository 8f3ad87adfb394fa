package network.opencharging.node.network;

import network.opencharging.protocol.party.PartyId;

/**
 * The party under which a node itself is addressed (role HUB).
 *
 * @param id country code and party id
 */
public record HubParty(PartyId id) {}
