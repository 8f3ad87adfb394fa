package network.opencharging.benchmarks.place;

import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.FileRegistry;
import network.opencharging.tools.local.Installation;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.local.LocalNetwork;
import network.opencharging.tools.local.NodeAdmin;
import network.opencharging.tools.local.NodePlan;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.party.BridgedEmsp;
import network.opencharging.tools.seam.Seams;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Two nodes, an operator's backend at the one and an eMSP at the other; everybody signs. */
public final class Roaming implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final HttpCalls calls = HttpCalls.within(PATIENCE);
    private final Path home;
    private final Path folder;
    private final LocalNetwork network;
    private final BridgedEmsp emsp;
    private final Backend backend;

    private Roaming(Path home, Path folder, List<String> jvm, Postgres database)
            throws IOException, InterruptedException {
        this.home = home;
        this.folder = folder;
        Seams seams = Seams.real();
        Cast cast = Cast.fresh(seams.random());
        FileRegistry registry =
                FileRegistry.start(
                        folder.resolve("directory.json"), cast.authority(), seams.clock());
        this.network =
                new LocalNetwork(
                        cast,
                        registry,
                        NodeProcess.start(plan("north", cast.north(), registry)),
                        NodeProcess.start(plan("south", cast.south(), registry)));
        network.list();
        network.await(network.north(), PATIENCE);
        network.await(network.south(), PATIENCE);
        this.emsp = BridgedEmsp.open(network, Town.freePort(), folder.resolve("emsp"), seams);
        emsp.join(network, PATIENCE);
        this.backend =
                Backend.start(
                        new Backend.Plan(home, folder.resolve("cpo"), jvm, database, settings()));
        backend.process().awaitWord("Registered with");
    }

    /** Starts all of it; the backend keeps its things in that database. */
    public static Roaming start(Path home, Path folder, List<String> jvm, Postgres database)
            throws IOException, InterruptedException {
        return new Roaming(home, folder, jvm, database);
    }

    private NodePlan plan(String name, LocalKey operator, FileRegistry registry)
            throws IOException {
        return new NodePlan(
                name,
                Installation.at(home, System.getenv()).node().lasting(),
                folder.resolve(name),
                Town.freePort(),
                operator,
                registry.environment());
    }

    private List<String> settings() throws IOException {
        Path key = folder.resolve("cpo.key");
        network.cast().member(Cast.ALICE).key().writeTo(key);
        NodeAdmin.Invitation given = network.nodeOf(Cast.ALICE).admin().invite(Cast.ALICE.party());
        Path invitation = folder.resolve("invitation.json");
        given.writeTo(invitation);
        int port = Town.freePort();
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "--ocn.cpo.sessions.party=" + Cast.ALICE.party(),
                                "--ocn.cpo.roaming.node.key-file=" + key,
                                "--ocn.cpo.roaming.node.invitation-file=" + invitation,
                                "--ocn.cpo.roaming.door.url=http://127.0.0.1:" + port,
                                "--ocn.cpo.roaming.door.host=127.0.0.1",
                                "--ocn.cpo.roaming.door.port=" + port));
        network.registry()
                .environment()
                .forEach((name, value) -> settings.add("--%s=%s".formatted(name, value)));
        return settings;
    }

    /** The eMSP. */
    public BridgedEmsp emsp() {
        return emsp;
    }

    /** The backend. */
    public Backend backend() {
        return backend;
    }

    /** The nodes' processes. */
    public List<Long> nodes() {
        return List.of(network.north().pid(), network.south().pid());
    }

    /** Where stations connect. */
    public URI stations() {
        return URI.create("ws://127.0.0.1:%d/ocpp".formatted(backend.port()));
    }

    /**
     * The operator wants something.
     *
     * @param body with apostrophes
     * @throws IOException when the backend refuses
     */
    public void does(String path, String body) throws IOException {
        backend.put(calls, path, body.replace('\'', '"'));
    }

    @Override
    public void close() {
        backend.close();
        emsp.close();
        network.north().close();
        network.south().close();
        network.registry().close();
        calls.close();
    }
}
