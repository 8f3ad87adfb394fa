package network.opencharging.acceptance.dsl;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.chain.dev.ChainSettings;
import network.opencharging.registry.contract.PermissionsContract;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.ChainRegistry;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.local.LocalNetwork;
import network.opencharging.tools.local.LocalRegistry;
import network.opencharging.tools.local.Member;
import network.opencharging.tools.local.NodePlan;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.seam.Seams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A whole network: a chain with a registry, the nodes north and south as processes, Alice and Carol
 * connected at north, Bob connected at south.
 */
public final class Network implements AutoCloseable {
    /** Long enough for a slow machine; what is right comes much sooner. */
    public static final Duration PATIENCE = Duration.ofSeconds(170);

    /** The eMSP at north. */
    public static final Identity CAROL =
            new Identity(new PartyId("DE", "CRL"), Role.EMSP, "Carol Drives");

    /** A CPO that nobody knows yet. */
    public static final Identity DAVE =
            new Identity(new PartyId("FR", "DAV"), Role.CPO, "Dave Recharge");

    private final Cast cast;
    private final boolean signed;
    private final ChainRegistry registry;
    private final Optional<Address> permissions;
    private LocalNetwork local;
    private final MockCpo alice;
    private final MockEmsp bob;
    private final MockEmsp carol;

    private Network(boolean signed, boolean services) throws Exception {
        // A fixed seed, so that addresses are the same in every log.
        RandomGenerator seeded = RandomGeneratorFactory.of("L64X128MixRandom").create(2026);
        Cast fresh = Cast.fresh(seeded);
        this.cast = fresh.with(new Member(CAROL, LocalKey.fresh(seeded), fresh.north()));
        this.signed = signed;
        this.registry =
                ChainRegistry.start(
                        Project.installation().anvil(), ChainSettings.forTests(), cast.authority());
        this.permissions = services ? Optional.of(permissionsOf(registry)) : Optional.empty();
        Path folder = Files.createTempDirectory("ocn-acceptance");
        this.local =
                new LocalNetwork(
                        cast,
                        registry,
                        NodeProcess.start(plan("north", folder, cast.north())),
                        NodeProcess.start(plan("south", folder, cast.south())));
        this.alice = MockCpo.open(settings(Cast.ALICE));
        this.bob = MockEmsp.open(settings(Cast.BOB));
        this.carol = MockEmsp.open(settings(CAROL));
    }

    /** Everybody signs and checks. */
    public static Network signed() throws Exception {
        return new Network(true, false).opened();
    }

    /** Nobody signs. */
    public static Network unsigned() throws Exception {
        return new Network(false, false).opened();
    }

    /** Everybody signs and checks, and the nodes read the agreements with services. */
    public static Network withServices() throws Exception {
        return new Network(true, true).opened();
    }

    /** The contract of services and agreements beside this registry. */
    private static Address permissionsOf(ChainRegistry registry) throws IOException {
        try (Ledger ledger = Ledger.on(registry.chain())) {
            return ledger.create(PermissionsContract.creation(registry.address()));
        }
    }

    private Network opened() throws Exception {
        try {
            local.list();
            local.await(local.north(), PATIENCE);
            local.await(local.south(), PATIENCE);
            local.register(Cast.ALICE, alice.platform());
            local.register(CAROL, carol.platform());
            local.approach(Cast.BOB, bob.platform(), "token-a-of-bob");
            return this;
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private NodePlan plan(String name, Path folder, LocalKey operator) throws IOException {
        Map<String, String> environment = new HashMap<>(registry.environment());
        permissions.ifPresent(contract -> {
            environment.put("OCN_SERVICES_CONTRACT", contract.lowerCase());
            environment.put("OCN_SERVICES_REFRESH", "200ms");
        });
        return plan(name, folder, operator, environment);
    }

    /** A node as this build has made it, at any free port. */
    static NodePlan plan(String name, Path folder, LocalKey operator, LocalRegistry registry)
            throws IOException {
        return plan(name, folder, operator, registry.environment());
    }

    private static NodePlan plan(
            String name, Path folder, LocalKey operator, Map<String, String> environment)
            throws IOException {
        return new NodePlan(
                name,
                Project.installation().node(),
                folder.resolve(name),
                FreePorts.one(),
                operator,
                environment);
    }

    private Settings settings(Identity identity) {
        Seams seams = Seams.real();
        return Settings.of(identity, Settings.Seams.of(seams, seams.clock(), _ -> {}))
                .signing(signed ? cast.signing(identity) : Signing.none());
    }

    /** Ends a node and starts it again with its files. */
    public void restart(NodeProcess node) throws Exception {
        node.kill();
        NodeProcess again = NodeProcess.start(node.plan());
        again.awaitReady(PATIENCE);
        local =
                node == local.north()
                        ? new LocalNetwork(cast, registry, again, local.south())
                        : new LocalNetwork(cast, registry, local.north(), again);
    }

    /** Whether messages carry signatures here. */
    public boolean isSigned() {
        return signed;
    }

    /** Who takes part. */
    public Cast cast() {
        return cast;
    }

    /** The registry and its chain. */
    public ChainRegistry registry() {
        return registry;
    }

    /** The contract of services and agreements, where the network has one. */
    public Address permissions() {
        return permissions.orElseThrow();
    }

    /** The node of Alice and Carol. */
    public NodeProcess north() {
        return local.north();
    }

    /** The node of Bob. */
    public NodeProcess south() {
        return local.south();
    }

    /** The CPO at north. */
    public MockCpo alice() {
        return alice;
    }

    /** The eMSP at south. */
    public MockEmsp bob() {
        return bob;
    }

    /** The eMSP at north. */
    public MockEmsp carol() {
        return carol;
    }

    @Override
    public void close() {
        alice.close();
        bob.close();
        carol.close();
        local.north().close();
        local.south().close();
        registry.close();
    }
}
