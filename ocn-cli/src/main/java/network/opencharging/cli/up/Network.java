package network.opencharging.cli.up;

import network.opencharging.cli.up.place.Ports;
import network.opencharging.cli.up.place.Workplace;
import network.opencharging.registry.chain.dev.ChainSettings;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.ChainRegistry;
import network.opencharging.tools.local.FileRegistry;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.local.LocalNetwork;
import network.opencharging.tools.local.LocalRegistry;
import network.opencharging.tools.local.NodeAdmin;
import network.opencharging.tools.local.NodePlan;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.party.BridgedParty;
import network.opencharging.tools.seam.Seams;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A running network.
 *
 * @param local the registry and the nodes
 * @param parties Alice and Bob
 */
record Network(LocalNetwork local, Parties parties) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * Starts everything and registers everybody.
     *
     * @param opened takes what must be closed, also when this fails
     * @param seams where time and chance come from
     */
    static Network start(NetworkPlan plan, Opened opened, Seams seams, Steps steps) {
        Cast cast = Cast.fresh(seams.random());
        LocalRegistry registry =
                steps.take(
                        "registry",
                        () -> opened.keep(registry(plan, cast, seams), LocalRegistry::close),
                        LocalRegistry::words);
        Ports ports = plan.ports();
        NodeProcess north =
                steps.quietly(
                        "north",
                        () -> node(plan, opened, registry, "north", ports.north(), cast.north()));
        NodeProcess south =
                steps.quietly(
                        "south",
                        () -> node(plan, opened, registry, "south", ports.south(), cast.south()));
        LocalNetwork local = new LocalNetwork(cast, registry, north, south);
        list(local, steps);
        Path folder = plan.workplace().folder();
        Parties parties =
                steps.quietly(
                        "parties",
                        () ->
                                opened.keep(
                                        Parties.open(cast, ports, registry, folder, seams),
                                        Parties::close));
        Network network = new Network(local, parties);
        network.connect(steps);
        return network;
    }

    private static LocalRegistry registry(NetworkPlan plan, Cast cast, Seams seams)
            throws IOException {
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
                            plan.workplace().folder().resolve("directory.json"),
                            cast.authority(),
                            seams.clock());
        };
    }

    private static NodeProcess node(
            NetworkPlan plan,
            Opened opened,
            LocalRegistry registry,
            String name,
            int port,
            LocalKey operator)
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

    /** The two nodes, north first. */
    List<NodeProcess> nodes() {
        return List.of(local.north(), local.south());
    }

    private static void list(LocalNetwork local, Steps steps) {
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

    private void connect(Steps steps) {
        for (NodeProcess node : nodes()) {
            steps.take(
                    node.plan().name(),
                    () -> {
                        local.await(node, PATIENCE);
                        return node.plan();
                    },
                    plan -> "node at %s, its log is %s".formatted(plan.url(), plan.log()));
        }
        steps.take(
                "handshake",
                () -> joined(parties.alice().party()),
                "%s registered at north (the party began)"::formatted);
        steps.take(
                "handshake",
                () -> approached(parties.bob().party()),
                "south registered at %s (the node began)"::formatted);
    }

    private String joined(BridgedParty party) throws IOException, InterruptedException {
        party.awaitParties(local.cast().members().size(), PATIENCE);
        NodeAdmin.Invitation invitation =
                local.nodeOf(party.identity()).admin().invite(party.identity().party());
        party.join(invitation.versions(), invitation.token());
        return party.identity().name();
    }

    private String approached(BridgedParty party) throws IOException, InterruptedException {
        party.awaitParties(local.cast().members().size(), PATIENCE);
        local.nodeOf(party.identity()).admin().approach(party.versions(), party.invite());
        return party.identity().name();
    }
}
