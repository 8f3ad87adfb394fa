package network.opencharging.bridge.register;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

/**
 * A role that this bridge speaks for; one bridge may have many, of many parties.
 *
 * @param party whose role
 * @param role what it does
 * @param name the name of the company
 */
public record OwnRole(PartyId party, Role role, String name) {}
