package network.opencharging.acceptance.dsl;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.ocpi.sign.OcnSigning;
import network.opencharging.tools.ocpi.sign.Signatories;

import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Who takes part. The keys come from a fixed seed, so that addresses are the same in every log. */
public final class Cast {
    /** The CPO at north. */
    public static final Identity ALICE =
            new Identity(new PartyId("DE", "ALC"), Role.CPO, "Alice Charging");

    /** The eMSP at south. */
    public static final Identity BOB =
            new Identity(new PartyId("NL", "BOB"), Role.EMSP, "Bob Mobility");

    /** The eMSP at north. */
    public static final Identity CAROL =
            new Identity(new PartyId("DE", "CRL"), Role.EMSP, "Carol Drives");

    /** A CPO that nobody knows yet. */
    public static final Identity DAVE =
            new Identity(new PartyId("FR", "DAV"), Role.CPO, "Dave Recharge");

    final LocalKey authority;
    final LocalKey north;
    final LocalKey south;
    final LocalKey alice;
    final LocalKey bob;
    final LocalKey carol;
    private final LocalKey dave;

    Cast() {
        RandomGenerator seeded = RandomGeneratorFactory.of("L64X128MixRandom").create(2026);
        this.authority = LocalKey.fresh(seeded);
        this.north = LocalKey.fresh(seeded);
        this.south = LocalKey.fresh(seeded);
        this.alice = LocalKey.fresh(seeded);
        this.bob = LocalKey.fresh(seeded);
        this.carol = LocalKey.fresh(seeded);
        this.dave = LocalKey.fresh(seeded);
    }

    /** The operator of north. */
    public LocalKey north() {
        return north;
    }

    /** Dave's key. */
    public LocalKey stranger() {
        return dave;
    }

    Signing signing(LocalKey key) {
        return new OcnSigning(secret(key), signatories());
    }

    private Signatories signatories() {
        return Signatories.of(
                Map.of(
                        ALICE.party(), Set.of(address(alice), address(north)),
                        BOB.party(), Set.of(address(bob), address(south)),
                        CAROL.party(), Set.of(address(carol), address(north))),
                Set.of(address(north), address(south)));
    }

    static PrivateKey secret(LocalKey key) {
        return PrivateKey.parse(key.reveal()).orElseThrow();
    }

    static Address address(LocalKey key) {
        return secret(key).address();
    }
}
