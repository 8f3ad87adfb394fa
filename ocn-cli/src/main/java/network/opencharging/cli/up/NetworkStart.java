package network.opencharging.cli.up;

import network.opencharging.cli.up.place.Ports;
import network.opencharging.cli.up.place.Workplace;
import network.opencharging.cli.up.site.Garage;
import network.opencharging.registry.chain.dev.ChainSettings;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.local.BackendPlan;
import network.opencharging.tools.local.BackendProcess;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.ChainRegistry;
import network.opencharging.tools.local.FileRegistry;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.local.LocalNetwork;
import network.opencharging.tools.local.LocalRegistry;
import network.opencharging.tools.local.Member;
import network.opencharging.tools.local.NodeAdmin;
import network.opencharging.tools.local.NodePlan;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.party.BridgedEmsp;
import network.opencharging.tools.seam.Seams;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Starts everything and registers everybody.
 *
 * @param plan what is wanted
 * @param opened takes what must be closed, also when this fails
 * @param seams where time and chance come from
 * @param steps tells what is done
 */
record NetworkStart(NetworkPlan plan, Opened opened, Seams seams, Steps steps) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    Network network() {
        Cast cast = Cast.fresh(seams.random());
        LocalRegistry registry =
                steps.take(
                        "registry",
                        () -> opened.keep(registry(cast), LocalRegistry::close),
                        LocalRegistry::words);
        Ports ports = plan.ports();
        NodeProcess north =
                steps.quietly("north", () -> node(registry, "north", ports.north(), cast.north()));
        NodeProcess south =
                steps.quietly("south", () -> node(registry, "south", ports.south(), cast.south()));
        LocalNetwork local = new LocalNetwork(cast, registry, north, south);
        list(local);
        works(local, north);
        // It needs some seconds, in which the others have something to do.
        BackendProcess alice = steps.quietly("backend", () -> backend(local));
        works(local, south);
        BridgedEmsp bob = bob(local);
        joins(alice);
        return new Network(local, alice, garage(alice), bob);
    }

    private LocalRegistry registry(Cast cast) throws IOException {
        return switch (plan.chain()) {
            case ANVIL -> {
                ChainRegistry registry =
                        ChainRegistry.start(
                                plan.installation().anvil(),
                                ChainSettings.everySecond().withPort(plan.ports().chain()),
                                cast.authority());
                plan.workplace().note(registry.chain().pid());
                plan.workplace().publish(JsonText.write(registry.description()));
                yield registry;
            }
            case NONE ->
                    FileRegistry.start(
                            folder().resolve("directory.json"), cast.authority(), seams.clock());
        };
    }

    private Path folder() {
        return plan.workplace().folder();
    }

    private NodeProcess node(LocalRegistry registry, String name, int port, LocalKey operator)
            throws IOException {
        Workplace workplace = plan.workplace();
        NodePlan node =
                new NodePlan(
                        name,
                        plan.installation().node(),
                        workplace.folder().resolve(name),
                        port,
                        operator,
                        registry.environment());
        NodeProcess process = opened.keep(NodeProcess.start(node), NodeProcess::close);
        workplace.note(process.pid());
        return process;
    }

    private void list(LocalNetwork local) {
        steps.take(
                "listing",
                () -> {
                    local.list();
                    return "";
                },
                _ ->
                        "%s (CPO) at north, %s (EMSP) at south"
                                .formatted(Cast.ALICE.party(), Cast.BOB.party()));
    }

    private void works(LocalNetwork local, NodeProcess node) {
        steps.take(
                node.plan().name(),
                () -> {
                    local.await(node, PATIENCE);
                    return node.plan();
                },
                running -> "node at %s, its log is %s".formatted(running.url(), running.log()));
    }

    private BackendProcess backend(LocalNetwork local) throws IOException {
        Ports ports = plan.ports();
        Member alice = local.cast().member(Cast.ALICE);
        BackendPlan backend =
                new BackendPlan(
                        plan.installation().backend(),
                        alice,
                        folder().resolve("alice"),
                        new BackendPlan.Ports(
                                ports.cpo(), ports.stations(), ports.operator(), ports.plugs()),
                        local.registry().environment());
        NodeAdmin.Invitation invitation =
                local.nodeOf(Cast.ALICE).admin().invite(Cast.ALICE.party());
        BackendProcess process =
                opened.keep(BackendProcess.start(backend, invitation), BackendProcess::close);
        plan.workplace().note(process.app().pid());
        return process;
    }

    private BridgedEmsp bob(LocalNetwork local) {
        return steps.take(
                "handshake",
                () -> approached(local),
                bob ->
                        "south registered at %s (the node began)"
                                .formatted(bob.party().identity().name()));
    }

    private BridgedEmsp approached(LocalNetwork local) throws IOException, InterruptedException {
        BridgedEmsp bob =
                opened.keep(
                        BridgedEmsp.open(
                                local, plan.ports().emsp(), folder().resolve("bob"), seams),
                        BridgedEmsp::close);
        bob.party().awaitParties(local.cast().members().size(), PATIENCE);
        local.nodeOf(Cast.BOB).admin().approach(bob.party().versions(), bob.party().invite());
        return bob;
    }

    private void joins(BackendProcess alice) {
        steps.take(
                "backend",
                () -> {
                    alice.awaitJoined(PATIENCE);
                    return alice.plan();
                },
                running ->
                        "%s registered at north (the party began), its log is %s"
                                .formatted(Cast.ALICE.name(), running.log()));
    }

    private Garage garage(BackendProcess alice) {
        return steps.take(
                "devices",
                () -> {
                    Garage garage = opened.keep(Garage.open(alice, seams), Garage::close);
                    garage.awaitAvailable();
                    return garage;
                },
                _ ->
                        "%s (%s) and %s (%s) are there"
                                .formatted(
                                        Garage.STATION.device(),
                                        Garage.STATION.kind(),
                                        Garage.PLUG.device(),
                                        Garage.PLUG.kind()));
    }
}
