package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Set;

/**
 * What the log of a certifier tells of one certificate or proof.
 *
 * @param issuer who vouches
 * @param subject of what
 * @param until to the end of this second
 * @param serial the issuer's number for it
 * @param standing whether it counts, as of the end of the log that was read
 */
public record Presented(
        Address issuer, Subject subject, Instant until, BigInteger serial, Standing standing) {

    /** Of what somebody vouches. */
    public sealed interface Subject {
        /** Who has it. */
        Address holder();
    }

    /** That the holder is this party in these roles. */
    public record OfParty(Address holder, PartyId party, Set<Role> roles) implements Subject {
        /** Keeps the roles from changing. */
        public OfParty {
            roles = Set.copyOf(roles);
        }
    }

    /** That this domain is the holder's own. */
    public record OfDomain(Address holder, String domain) implements Subject {}

    /** Whether it counts. */
    public enum Standing {
        /** In its time, not revoked, and its issuer may vouch for it. */
        COUNTS,
        /** Its time is over. */
        EXPIRED,
        /** Its issuer, or the owner in its name, took it back. */
        REVOKED,
        /** Its issuer may no longer vouch for all of it. */
        BEYOND_SCOPE
    }
}
