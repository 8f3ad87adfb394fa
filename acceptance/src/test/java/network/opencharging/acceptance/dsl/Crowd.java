package network.opencharging.acceptance.dsl;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Party;
import network.opencharging.tools.local.FileRegistry;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.local.NodeAdmin;
import network.opencharging.tools.local.NodePlan;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Platform;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.seam.Seams;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;

/** One node, one CPO and many eMSPs connected to it, and a registry that is larger still. */
public final class Crowd implements AutoCloseable {
    private static final int BASE = 36;

    private final NodeProcess node;
    private final FileRegistry registry;
    private final MockCpo cpo;
    private final List<MockEmsp> emsps = new ArrayList<>();

    private Crowd(NodeProcess node, FileRegistry registry, MockCpo cpo) {
        this.node = node;
        this.registry = registry;
        this.cpo = cpo;
    }

    /**
     * Brings them together.
     *
     * @param connected how many parties are connected to the node
     * @param listed how many the registry knows, those included
     */
    public static Crowd gather(int connected, int listed) throws Exception {
        return gather(connected, listed, Map.of());
    }

    /** The same at a node with further settings. */
    public static Crowd gather(int connected, int listed, Map<String, String> settings)
            throws Exception {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(256);
        LocalKey authority = LocalKey.fresh(random);
        LocalKey operator = LocalKey.fresh(random);
        Path folder = Files.createTempDirectory("ocn-crowd");
        FileRegistry registry =
                FileRegistry.start(
                        folder.resolve("directory.json"), authority, Seams.real().clock());
        NodePlan plan = with(settings, Network.plan("crowded", folder, operator, registry));
        registry.listNode(operator, plan.url());
        registry.list(parties(listed, operator));
        Crowd crowd =
                new Crowd(
                        NodeProcess.start(plan),
                        registry,
                        MockCpo.open(settings(new Identity(id(0), Role.CPO, "Party 0"))));
        crowd.connect(connected, listed);
        return crowd;
    }

    private static NodePlan with(Map<String, String> settings, NodePlan plan) {
        Map<String, String> all = new HashMap<>(plan.extra());
        all.putAll(settings);
        return new NodePlan(
                plan.name(), plan.program(), plan.folder(), plan.port(), plan.key(), all);
    }

    private void connect(int connected, int listed) throws Exception {
        try {
            node.health().awaitParties(listed, Network.PATIENCE);
            join(id(0), cpo.platform());
            for (int i = 1; i < connected; i++) {
                Identity identity = new Identity(id(i), Role.EMSP, "Party " + i);
                MockEmsp emsp = MockEmsp.open(settings(identity));
                emsps.add(emsp);
                join(identity.party(), emsp.platform());
            }
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private void join(PartyId party, Platform platform) throws Exception {
        NodeAdmin.Invitation invitation = node.admin().invite(party);
        platform.registration().register(invitation.versions(), invitation.token());
    }

    private static List<Party> parties(int listed, LocalKey operator) {
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < listed; i++) {
            parties.add(
                    new Party(
                            id(i),
                            operator.address(),
                            Set.of(i == 0 ? Role.CPO : Role.EMSP),
                            Modules.UNDECLARED,
                            operator.address(),
                            true));
        }
        return parties;
    }

    private static PartyId id(int number) {
        String digits = Integer.toString(number, BASE);
        return new PartyId("DE", "0".repeat(3 - digits.length()) + digits);
    }

    private static Settings settings(Identity identity) {
        Seams seams = Seams.real();
        return Settings.of(identity, Settings.Seams.of(seams, seams.clock(), _ -> {}));
    }

    /** The node. */
    public NodeProcess node() {
        return node;
    }

    /** Who is asked. */
    public Platform asked() {
        return cpo.platform();
    }

    /** Whom everybody asks. */
    public PartyId cpo() {
        return cpo.platform().settings().identity().party();
    }

    /** Who asks. */
    public List<MockEmsp> emsps() {
        return List.copyOf(emsps);
    }

    @Override
    public void close() {
        emsps.forEach(MockEmsp::close);
        cpo.close();
        node.close();
        registry.close();
    }
}
