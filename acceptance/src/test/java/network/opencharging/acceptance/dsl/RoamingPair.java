package network.opencharging.acceptance.dsl;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.FileRegistry;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.local.LocalNetwork;
import network.opencharging.tools.local.Member;
import network.opencharging.tools.local.NodeAdmin;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.party.BridgedEmsp;
import network.opencharging.tools.seam.Seams;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Two nodes on a directory file, Alice's real backend at north, and Bob the eMSP at south, who
 * sign.
 */
public final class RoamingPair implements AutoCloseable {
    /** A third party, listed at Bob's node, which nobody plays unless a test does. */
    public static final Identity TESTER =
            new Identity(new PartyId("IT", "TES"), Role.EMSP, "Tester");

    private final Path folder;
    private LocalNetwork network;
    private final BridgedEmsp bob;
    private final RoamingCpo cpo;

    private RoamingPair(Path folder, LocalNetwork network) throws Exception {
        this.folder = folder;
        this.network = network;
        network.list();
        network.await(network.north(), Network.PATIENCE);
        network.await(network.south(), Network.PATIENCE);
        this.bob = BridgedEmsp.open(network, FreePorts.one(), folder.resolve("bob"), Seams.real());
        bob.join(network, Network.PATIENCE);
        this.cpo = RoamingCpo.join(network, folder.resolve("alice"));
    }

    /** Starts all of it; files go into the folder. */
    public static RoamingPair start(Path folder) throws Exception {
        Seams seams = Seams.real();
        Cast two = Cast.fresh(seams.random());
        Cast cast = two.with(new Member(TESTER, LocalKey.fresh(seams.random()), two.south()));
        FileRegistry registry =
                FileRegistry.start(
                        folder.resolve("directory.json"), cast.authority(), seams.clock());
        return new RoamingPair(
                folder,
                new LocalNetwork(
                        cast,
                        registry,
                        NodeProcess.start(Network.plan("north", folder, cast.north(), registry)),
                        NodeProcess.start(Network.plan("south", folder, cast.south(), registry))));
    }

    /** Alice's backend. */
    public RoamingCpo cpo() {
        return cpo;
    }

    /** Bob. */
    public BridgedEmsp bob() {
        return bob;
    }

    /** What the tester needs to connect. */
    public NodeAdmin.Invitation invitesTester() throws IOException {
        return network.nodeOf(TESTER).admin().invite(TESTER.party());
    }

    /** The file with the tester's key. */
    public Path keyOfTester() throws IOException {
        Path key = folder.resolve("tester.key");
        network.cast().member(TESTER).key().writeTo(key);
        return key;
    }

    /** Bob's node is gone, without a word. */
    public void loseSouth() throws InterruptedException {
        network.south().kill();
    }

    /** Bob's node is back. */
    public void southReturns() throws InterruptedException {
        NodeProcess again = NodeProcess.start(network.south().plan());
        again.awaitReady(Network.PATIENCE);
        network = new LocalNetwork(network.cast(), network.registry(), network.north(), again);
    }

    @Override
    public void close() {
        cpo.close();
        bob.close();
        network.north().close();
        network.south().close();
        network.registry().close();
    }
}
