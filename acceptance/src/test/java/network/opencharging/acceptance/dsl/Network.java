package network.opencharging.acceptance.dsl;

import network.opencharging.registry.chain.dev.ChainSettings;
import network.opencharging.tools.local.ChainRegistry;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.local.NodeAdmin;
import network.opencharging.tools.local.NodePlan;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Signing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * A whole network: a chain with a registry, the nodes north and south as processes, Alice and Carol
 * connected at north, Bob connected at south.
 */
public final class Network implements AutoCloseable {
    /** Long enough for a slow machine; what is right comes much sooner. */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Cast cast = new Cast();
    private final boolean signed;
    private final ChainRegistry registry;
    private NodeProcess north;
    private NodeProcess south;
    private final MockCpo alice;
    private final MockEmsp bob;
    private final MockEmsp carol;

    private Network(boolean signed, Map<String, String> environment) throws Exception {
        this.signed = signed;
        this.registry = ChainRegistry.start(ChainSettings.forTests(), cast.authority);
        Path folder = Files.createTempDirectory("ocn-acceptance");
        this.north = NodeProcess.start(plan("north", folder, environment));
        this.south = NodeProcess.start(plan("south", folder, environment));
        this.alice = MockCpo.open(settings(Cast.ALICE, cast.signing(cast.alice)));
        this.bob = MockEmsp.open(settings(Cast.BOB, cast.signing(cast.bob)));
        this.carol = MockEmsp.open(settings(Cast.CAROL, cast.signing(cast.carol)));
    }

    /** Everybody signs and checks. */
    public static Network signed() throws Exception {
        return new Network(true, Map.of()).opened();
    }

    /** Nobody signs. */
    public static Network unsigned() throws Exception {
        return new Network(false, Map.of()).opened();
    }

    private Network opened() throws Exception {
        try {
            registry.listNode(cast.north, north.plan().url());
            registry.listNode(cast.south, south.plan().url());
            registry.listParty(cast.alice, Cast.ALICE.party(), Cast.ALICE.role(), cast.north);
            registry.listParty(cast.carol, Cast.CAROL.party(), Cast.CAROL.role(), cast.north);
            registry.listParty(cast.bob, Cast.BOB.party(), Cast.BOB.role(), cast.south);
            Health.of(north).awaitParties(3);
            Health.of(south).awaitParties(3);
            join(north, Cast.ALICE, alice.platform());
            join(north, Cast.CAROL, carol.platform());
            bob.platform().connection().invite("token-a-of-bob");
            admin(south).approach(bob.platform().versions(), "token-a-of-bob");
            return this;
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private static void join(
            NodeProcess node,
            Identity identity,
            network.opencharging.tools.mock.Platform platform)
            throws Exception {
        NodeAdmin.Invitation invitation = admin(node).invite(identity.party());
        platform.registration().register(invitation.versions(), invitation.token());
    }

    private NodePlan plan(String name, Path folder, Map<String, String> environment)
            throws IOException {
        LocalKey key = name.equals("north") ? cast.north : cast.south;
        return plan(name, folder, key, registry.environment()).with(environment);
    }

    static NodePlan plan(String name, Path folder, LocalKey key, Map<String, String> registry)
            throws IOException {
        return new NodePlan(
                name,
                new NodePlan.Program(Installation.java(), Installation.nodeJar()),
                folder.resolve(name),
                freePort(),
                key,
                registry);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Settings settings(Identity identity, Signing signing) {
        Settings.Seams seams =
                new Settings.Seams(
                        Clock.systemUTC(),
                        Clock.systemUTC(),
                        () -> UUID.randomUUID().toString(),
                        () -> UUID.randomUUID().toString(),
                        _ -> {});
        return Settings.of(identity, seams).signing(signed ? signing : Signing.none());
    }

    /** The operator's way into a node. */
    public static NodeAdmin admin(NodeProcess node) throws IOException {
        return new NodeAdmin(node.plan().url(), node.adminKey());
    }

    /** Ends a node and starts it again with its files. */
    public void restart(NodeProcess node) throws Exception {
        node.kill();
        NodeProcess again = NodeProcess.start(node.plan());
        again.awaitReady(PATIENCE);
        if (node == north) {
            north = again;
        } else {
            south = again;
        }
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

    /** The node of Alice and Carol. */
    public NodeProcess north() {
        return north;
    }

    /** The node of Bob. */
    public NodeProcess south() {
        return south;
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

    /** What the nodes have to say when a test has failed. */
    public String journals() {
        return "north:%n%s%nsouth:%n%s".formatted(north.lastLines(), south.lastLines());
    }

    /** Where a node serves something. */
    public static URI at(NodeProcess node, String path) {
        return URI.create(node.plan().url() + path);
    }

    @Override
    public void close() {
        alice.close();
        bob.close();
        carol.close();
        north.close();
        south.close();
        registry.close();
    }
}
