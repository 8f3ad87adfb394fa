package network.opencharging.cli.up;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.ocpi.sign.OcnSigning;
import network.opencharging.tools.ocpi.sign.Signatories;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Who takes part: two operators and two parties, with keys made for this run.
 *
 * @param authority owns the registry
 * @param north operates the node of the CPO
 * @param south operates the node of the eMSP
 * @param alice the CPO's key
 * @param bob the eMSP's key
 */
record Members(LocalKey authority, LocalKey north, LocalKey south, LocalKey alice, LocalKey bob) {
    static final Identity ALICE =
            new Identity(new PartyId("DE", "ALC"), Role.CPO, "Alice Charging");
    static final Identity BOB = new Identity(new PartyId("NL", "BOB"), Role.EMSP, "Bob Mobility");

    static Members fresh(RandomGenerator random) {
        return new Members(
                LocalKey.fresh(random),
                LocalKey.fresh(random),
                LocalKey.fresh(random),
                LocalKey.fresh(random),
                LocalKey.fresh(random));
    }

    Signing alicesSigning() {
        return new OcnSigning(key(alice), signatories());
    }

    Signing bobsSigning() {
        return new OcnSigning(key(bob), signatories());
    }

    /** A party or its operator may sign for it, an operator may change what it carries. */
    private Signatories signatories() {
        return Signatories.of(
                Map.of(
                        ALICE.party(), Set.of(address(alice), address(north)),
                        BOB.party(), Set.of(address(bob), address(south))),
                Set.of(address(north), address(south)));
    }

    /** What people call an address, by the address in lower case. */
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        names.put(lower(north), "north");
        names.put(lower(south), "south");
        names.put(lower(alice), ALICE.party().toString());
        names.put(lower(bob), BOB.party().toString());
        return names;
    }

    private static String lower(LocalKey key) {
        return address(key).text().toLowerCase(Locale.ROOT);
    }

    private static PrivateKey key(LocalKey key) {
        return PrivateKey.parse(key.reveal()).orElseThrow();
    }

    private static Address address(LocalKey key) {
        return key(key).address();
    }
}
