package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.CiString;
import network.opencharging.protocol.party.PartyId;

/**
 * Which object of a partner is meant.
 *
 * @param owner the party the object belongs to
 * @param id its id, unique with its owner
 */
public record ObjectKey(PartyId owner, CiString id) {}
