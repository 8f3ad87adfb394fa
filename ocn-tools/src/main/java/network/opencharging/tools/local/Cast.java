package network.opencharging.tools.local;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.ocpi.sign.OcnSigning;
import network.opencharging.tools.ocpi.sign.Signatories;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Who takes part in a local network, with keys made for it.
 *
 * @param authority owns the registry
 * @param north operates the node north
 * @param south operates the node south
 * @param members the parties at the two nodes
 */
public record Cast(LocalKey authority, LocalKey north, LocalKey south, List<Member> members) {
    /** The CPO at north. */
    public static final Identity ALICE =
            new Identity(new PartyId("DE", "ALC"), Role.CPO, "Alice Charging");

    /** The eMSP at south. */
    public static final Identity BOB =
            new Identity(new PartyId("NL", "BOB"), Role.EMSP, "Bob Mobility");

    /** Copies. */
    public Cast {
        members = List.copyOf(members);
    }

    /** Alice at north, Bob at south, and nobody else. */
    public static Cast fresh(RandomGenerator random) {
        LocalKey north = LocalKey.fresh(random);
        LocalKey south = LocalKey.fresh(random);
        return new Cast(
                LocalKey.fresh(random),
                north,
                south,
                List.of(
                        new Member(ALICE, LocalKey.fresh(random), north),
                        new Member(BOB, LocalKey.fresh(random), south)));
    }

    /** With one more party. */
    public Cast with(Member member) {
        return new Cast(
                authority,
                north,
                south,
                Stream.concat(members.stream(), Stream.of(member)).toList());
    }

    /** The member of that identity. */
    public Member member(Identity identity) {
        return members.stream()
                .filter(member -> member.identity().equals(identity))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(identity + " is not in the cast"));
    }

    /** How a member signs, and whom it believes: what the registry says of this cast. */
    public Signing signing(Identity identity) {
        return new OcnSigning(member(identity).key().key(), signatories());
    }

    /** A party or its operator may sign for it, an operator may change what it carries. */
    private Signatories signatories() {
        Map<PartyId, Set<Address>> byParty = new HashMap<>();
        for (Member member : members) {
            byParty.put(
                    member.identity().party(),
                    Set.of(member.key().address(), member.operator().address()));
        }
        return Signatories.of(byParty, Set.of(north.address(), south.address()));
    }

    /** What people call an address, by the address in lower case. */
    public Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        names.put(lower(north), "north");
        names.put(lower(south), "south");
        for (Member member : members) {
            names.put(lower(member.key()), member.identity().party().toString());
        }
        return names;
    }

    private static String lower(LocalKey key) {
        return key.address().text().toLowerCase(Locale.ROOT);
    }
}
