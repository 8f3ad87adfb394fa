package network.opencharging.acceptance.dsl;

import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.FileRegistry;
import network.opencharging.tools.local.LocalNetwork;
import network.opencharging.tools.local.NodeAdmin;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.party.BridgedEmsp;
import network.opencharging.tools.party.PartyPlan;
import network.opencharging.tools.seam.Seams;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Two nodes on a directory file, Alice's real backend at north, and Bob the eMSP at south, who
 * sign.
 */
public final class RoamingPair implements AutoCloseable {
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
        this.bob = joined();
        this.cpo = RoamingCpo.join(network, folder.resolve("alice"));
    }

    /** Starts all of it; files go into the folder. */
    public static RoamingPair start(Path folder) throws Exception {
        Seams seams = Seams.real();
        Cast cast = Cast.fresh(seams.random());
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

    private BridgedEmsp joined() throws IOException, InterruptedException {
        Path key = folder.resolve("bob/party.key");
        network.cast().member(Cast.BOB).key().writeTo(key);
        BridgedEmsp emsp =
                BridgedEmsp.open(
                        new PartyPlan(
                                Cast.BOB,
                                FreePorts.one(),
                                folder.resolve("bob"),
                                key.toString(),
                                network.registry().environment()),
                        Seams.real());
        emsp.party().awaitParties(network.cast().members().size(), Network.PATIENCE);
        NodeAdmin.Invitation invitation = network.nodeOf(Cast.BOB).admin().invite(Cast.BOB.party());
        emsp.party().join(invitation.versions(), invitation.token());
        return emsp;
    }

    /** Alice's backend. */
    public RoamingCpo cpo() {
        return cpo;
    }

    /** Bob. */
    public BridgedEmsp bob() {
        return bob;
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
