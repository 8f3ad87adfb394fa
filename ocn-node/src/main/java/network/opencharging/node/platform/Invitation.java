package network.opencharging.node.platform;

import network.opencharging.protocol.party.PartyId;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * A token that opens versions and credentials for somebody who is not connected yet (OCPI's token
 * A, or our own token B while the other side reads our versions during a handshake we started).
 *
 * @param token the token
 * @param purpose what may be done with it
 * @param parties whom it was issued for; empty means anybody whom the registry lists here
 * @param expires from this instant on it opens nothing
 */
public record Invitation(TokenHash token, Purpose purpose, Set<PartyId> parties, Instant expires) {
    /** What an invitation is good for. */
    public enum Purpose {
        /** Token A: its holder may register with POST credentials. */
        REGISTER,
        /** Token B of a handshake under way: its holder may read versions, nothing else. */
        READ_VERSIONS
    }

    /** Takes its own copy; keeps milliseconds. */
    public Invitation {
        expires = expires.truncatedTo(ChronoUnit.MILLIS);
        parties = Set.copyOf(parties);
    }

    /** True when the party may register with this invitation. */
    public boolean isFor(PartyId party) {
        return parties.isEmpty() || parties.contains(party);
    }

    /** True when it still opens a door. */
    public boolean isOpen(Instant now) {
        return now.isBefore(expires);
    }
}
