package network.opencharging.tools.mock.shelf;

import network.opencharging.protocol.party.PartyId;

import java.util.Locale;

/**
 * An owner and the id of one of its objects; ids are compared without case (CiString).
 *
 * @param owner the party that owns the object
 * @param id its id, upper case
 */
public record ObjectKey(PartyId owner, String id) {
    /** Folds the id. */
    public ObjectKey {
        id = id.toUpperCase(Locale.ROOT);
    }
}
