package network.opencharging.cli.up;

import network.opencharging.cli.up.place.Workplace;
import network.opencharging.registry.chain.dev.ChainSettings;
import network.opencharging.tools.local.ChainRegistry;
import network.opencharging.tools.local.FileRegistry;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.local.LocalRegistry;
import network.opencharging.tools.local.NodeAdmin;
import network.opencharging.tools.local.NodePlan;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.terminal.Screen;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A running network.
 *
 * @param members who takes part
 * @param registry where they are listed
 * @param north the node of Alice
 * @param south the node of Bob
 * @param parties Alice and Bob
 */
record Network(
        Members members,
        LocalRegistry registry,
        NodeProcess north,
        NodeProcess south,
        Parties parties) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Starts everything and registers everybody.
     *
     * @param opened takes what must be closed, also when this fails
     * @param seams where time and chance come from
     */
    static Network start(NetworkPlan plan, Opened opened, Seams seams, Screen screen)
            throws Exception {
        Members members = Members.fresh(seams.random());
        LocalRegistry registry =
                screen.during(
                        "registry",
                        () ->
                                opened.keep(
                                        registry(plan, members, seams.clock()),
                                        LocalRegistry::close),
                        LocalRegistry::words);
        NodeProcess north = node(plan, opened, members.north(), true, registry);
        NodeProcess south = node(plan, opened, members.south(), false, registry);
        Parties parties =
                opened.keep(
                        Parties.open(
                                members, plan.ports(), seams.clock(), seams.ids(), seams.tokens()),
                        Parties::close);
        Network network = new Network(members, registry, north, south, parties);
        network.list(screen);
        network.awaitNodes(screen);
        network.shakeHands(seams, screen);
        return network;
    }

    private static LocalRegistry registry(NetworkPlan plan, Members members, Clock clock)
            throws IOException {
        return switch (plan.chain()) {
            case ANVIL -> {
                ChainRegistry registry =
                        ChainRegistry.start(
                                plan.installation().anvil(),
                                ChainSettings.everySecond().withPort(plan.ports().chain()),
                                members.authority());
                plan.workplace().note(registry.chain().pid());
                yield registry;
            }
            case NONE ->
                    FileRegistry.start(
                            plan.workplace().folder().resolve("directory.json"),
                            members.authority(),
                            clock);
        };
    }

    private static NodeProcess node(
            NetworkPlan plan,
            Opened opened,
            LocalKey operator,
            boolean isNorth,
            LocalRegistry registry)
            throws IOException {
        String name = isNorth ? "north" : "south";
        Workplace workplace = plan.workplace();
        NodeProcess node =
                opened.keep(
                        NodeProcess.start(
                                new NodePlan(
                                        name,
                                        new NodePlan.Program(
                                                plan.installation().java(),
                                                plan.installation().nodeJar()),
                                        workplace.folder().resolve(name),
                                        isNorth ? plan.ports().north() : plan.ports().south(),
                                        operator,
                                        registry.environment())),
                        NodeProcess::close);
        workplace.note(node.pid());
        return node;
    }

    /** Both operators and their parties at once: every transaction waits for a block. */
    private void list(Screen screen) throws Exception {
        screen.during(
                "listing",
                () -> {
                    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                        Future<?> first =
                                threads.submit(() ->
                                        list(
                                                north,
                                                members.north(),
                                                Members.ALICE,
                                                members.alice()));
                        Future<?> second =
                                threads.submit(() ->
                                        list(south, members.south(), Members.BOB, members.bob()));
                        join(first);
                        join(second);
                        return "%s (CPO) at north, %s (EMSP) at south"
                                .formatted(Members.ALICE.party(), Members.BOB.party());
                    }
                },
                words -> words);
    }

    private boolean list(NodeProcess node, LocalKey operator, Identity identity, LocalKey party)
            throws IOException {
        registry.listNode(operator, node.plan().url());
        registry.listParty(party, identity.party(), identity.role(), operator);
        return true;
    }

    private static void join(Future<?> work) throws IOException, InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        }
    }

    private void awaitNodes(Screen screen) throws Exception {
        for (NodeProcess node : new NodeProcess[] {north, south}) {
            screen.during(
                    node.plan().name(),
                    () -> {
                        node.awaitReady(PATIENCE);
                        Knowledge.of(node).await(2, PATIENCE);
                        return node.plan();
                    },
                    plan -> "node at %s, its log is %s".formatted(plan.url(), plan.log()));
        }
    }

    private void shakeHands(Seams seams, Screen screen) throws Exception {
        screen.during(
                "handshake",
                () -> {
                    parties.aliceRegisters(admin(north));
                    return "";
                },
                nothing ->
                        "%s registered at north (the party began)".formatted(Members.ALICE.name()));
        screen.during(
                "handshake",
                () -> {
                    parties.bobIsRegistered(admin(south), seams.tokens().get());
                    return "";
                },
                nothing -> "south registered at %s (the node began)".formatted(Members.BOB.name()));
    }

    private static NodeAdmin admin(NodeProcess node) throws IOException {
        return new NodeAdmin(node.plan().url(), node.adminKey());
    }
}
