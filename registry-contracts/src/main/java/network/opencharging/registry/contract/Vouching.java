package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Set;

/** What an issuer signs: that somebody is a party in some roles, or that a domain is theirs. */
public sealed interface Vouching {
    /** From when to when it counts, and under which number of its issuer it can be revoked. */
    Term term();

    /**
     * How long it counts.
     *
     * @param from not before this second
     * @param until to the end of this second
     * @param serial the issuer's number for it
     */
    record Term(Instant from, Instant until, BigInteger serial) {}

    /**
     * A certificate.
     *
     * @param holder the account that may be listed
     * @param party as whom
     * @param roles in which roles
     * @param term how long
     */
    record Certificate(Address holder, PartyId party, Set<Role> roles, Term term)
            implements Vouching {
        /** Keeps the roles from changing. */
        public Certificate {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * The proof of a domain.
     *
     * @param operator whose it is
     * @param domain to the letter as it is, or will be, listed
     * @param term how long
     */
    record DomainProof(Address operator, String domain, Term term) implements Vouching {}

    /** In one sentence, by this issuer. */
    default String words(Address issuer) {
        return switch (this) {
            case Certificate(var holder, var party, var roles, var term) ->
                    "certify for %s that %s is %s with roles %s until %s (serial %d)"
                            .formatted(
                                    issuer,
                                    holder,
                                    party,
                                    roles.stream().sorted().toList(),
                                    term.until(),
                                    term.serial());
            case DomainProof(var operator, var domain, var term) ->
                    "certify for %s that %s is the domain of operator %s until %s (serial %d)"
                            .formatted(issuer, domain, operator, term.until(), term.serial());
        };
    }
}
