package network.opencharging.registry.directory;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import java.util.Set;

/**
 * A party's listing.
 *
 * @param id country code and party id
 * @param address the account that signs for the party
 * @param roles what the party does, never empty
 * @param modules what the party offers, as far as it said so
 * @param operator the operator that the party named
 * @param admitted whether that operator has agreed to carry the party; if not, the party is not
 *     reached through it
 */
public record Party(
        PartyId id,
        Address address,
        Set<Role> roles,
        Modules modules,
        Address operator,
        boolean admitted) {

    /** Keeps the roles from changing. */
    public Party {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("party " + id + " must have at least one role");
        }
    }
}
