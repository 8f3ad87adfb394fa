package network.opencharging.node.platform;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

/**
 * One party in one role, as a platform announced it in its credentials (OCPI 2.2.1 §7.4.1 {@code
 * CredentialsRole}). At any time a (party, role) belongs to one platform.
 *
 * @param party the party
 * @param role what it does in the market
 * @param business who stands behind it
 */
public record PartyRole(PartyId party, Role role, BusinessDetails business) {

    /** True when this is the same party in the same role, whatever its business details say. */
    public boolean sameAs(PartyRole other) {
        return party.equals(other.party) && role == other.role;
    }

    /** The form used in messages: {@code DE/ALC CPO}. */
    @Override
    public String toString() {
        return party + " " + role;
    }
}
