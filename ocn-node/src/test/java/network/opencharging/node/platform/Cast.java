package network.opencharging.node.platform;

import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The platforms that appear in tests: Alice the CPO, Bob the eMSP, Carol who is only invited. */
public final class Cast {
    /** When everything in tests happens. */
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** Alice, a charge point operator. */
    public static final PartyId ALICE = new PartyId("DE", "ALC");

    /** Bob, a mobility provider. */
    public static final PartyId BOB = new PartyId("NL", "BOB");

    /** Carol, who never registered. */
    public static final PartyId CAROL = new PartyId("FR", "CAR");

    /** The vault of the test node. */
    public static final TokenVault VAULT = new TokenVault(secret(), new SecureRandom());

    private Cast() {}

    private static byte[] secret() {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) 7);
        return secret;
    }

    /** Alice's platform, which enters with {@code inbound} and is called with {@code outbound}. */
    public static ConnectedPlatform alice(String inbound, String outbound) {
        return connected("alice", inbound, outbound, List.of(role(ALICE, Role.CPO)));
    }

    /** Bob's platform, which has two roles. */
    public static ConnectedPlatform bob(String inbound, String outbound) {
        return connected(
                "bob", inbound, outbound, List.of(role(BOB, Role.EMSP), role(BOB, Role.NSP)));
    }

    /** Carol's invitation, good for ten minutes. */
    public static PlannedPlatform carol(String tokenA) {
        return new PlannedPlatform(
                new PlatformId("carol"),
                Revision.fresh(NOON),
                new Invitation(
                        VAULT.hash(tokenA),
                        Invitation.Purpose.REGISTER,
                        Set.of(CAROL),
                        NOON.plus(Duration.ofMinutes(10))));
    }

    /** A role with a name and a site. */
    public static PartyRole role(PartyId party, Role role) {
        return new PartyRole(
                party,
                role,
                new BusinessDetails("Roaming of " + party, Optional.of("https://roam.example")));
    }

    /** Any registered platform. */
    public static ConnectedPlatform connected(
            String name, String inbound, String outbound, List<PartyRole> roles) {
        String base = "https://" + name + ".example/ocpi/";
        return new ConnectedPlatform(
                new PlatformId(name),
                Revision.fresh(NOON),
                ConnectionStatus.CONNECTED,
                roles,
                InboundTokens.of(VAULT.hash(inbound)),
                new Connection(
                        URI.create(base + "versions"),
                        OcpiVersion.V2_2_1,
                        List.of(
                                endpoint(ModuleId.LOCATIONS, InterfaceRole.SENDER, base),
                                new Endpoint(
                                        OcpiVersion.V2_3_0,
                                        ModuleId.LOCATIONS,
                                        InterfaceRole.SENDER,
                                        URI.create(base + "2.3.0/locations")),
                                endpoint(ModuleId.CREDENTIALS, InterfaceRole.RECEIVER, base)),
                        new OutboundToken(
                                CredentialsToken.of(outbound).orElseThrow(),
                                CredentialsToken.Encoding.BASE64)));
    }

    private static Endpoint endpoint(ModuleId module, InterfaceRole role, String base) {
        return new Endpoint(module, role, URI.create(base + "2.2.1/" + module));
    }
}
