package network.opencharging.cli.up;

import network.opencharging.cli.up.place.Ports;
import network.opencharging.cli.up.place.Workplace;
import network.opencharging.cli.up.story.SessionStory;
import network.opencharging.cli.up.story.StoryFailed;
import network.opencharging.cli.up.story.Teller;
import network.opencharging.cli.up.story.Way;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.Installation;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Screen;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code ocn up}: starts a network, lets a session roam, and keeps running. */
@Command(
        name = "up",
        description = {
            "Starts a network on this machine and lets a charging session roam.",
            "A development chain with the registry, two nodes, a CPO and an eMSP.",
            "Keeps running until Ctrl-C, which ends everything that it started."
        },
        footer = {
            "",
            "Ports: five in a row from --port-base: chain, north, south, CPO, eMSP.",
            "Example: ocn up --once --chain none --port-base 17460 --dir /tmp/my-network"
        })
public final class UpCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;

    private final Map<String, String> environment;
    private final Path home;
    private final Seams seams;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--once",
            description = "End after the session: 0 when it roamed, 1 with the step that failed.")
    private boolean once;

    @Option(
            names = "--chain",
            paramLabel = "anvil|none",
            defaultValue = "anvil",
            description =
                    "On what the registry stands: a development chain (${DEFAULT-VALUE} is used"
                            + " when nothing is said), or none: a directory in a signed file.")
    private RegistryKind chain = RegistryKind.ANVIL;

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "Folder of this network's files; emptied at the start [.ocn/up].")
    private Path folder;

    @Mixin private PortOptions ports = new PortOptions();

    /**
     * The command.
     *
     * @param home the folder of the project
     */
    public UpCommand(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.seams = Seams.real();
        this.folder = home.resolve(".ocn/up");
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Screen screen = Screen.of(spec.commandLine().getOut(), environment);
        Ports wanted = ports.ports();
        Installation installation = Installation.at(home, environment);
        try (Workplace workplace = Workplace.take(folder.toAbsolutePath(), words(wanted))) {
            wanted.check(chain == RegistryKind.ANVIL);
            NetworkPlan plan = new NetworkPlan(chain, wanted, workplace, installation);
            plan.checkPrograms();
            try (Opened opened = new Opened()) {
                return run(plan, opened, screen);
            }
        }
    }

    private static String words(Ports ports) {
        return "process %d, nodes at http://127.0.0.1:%d and http://127.0.0.1:%d"
                .formatted(ProcessHandle.current().pid(), ports.north(), ports.south());
    }

    private int run(NetworkPlan plan, Opened opened, Screen screen) throws InterruptedException {
        screen.heading("A network on this machine");
        Network network =
                Network.start(plan, opened, seams, new Steps(screen, plan.workplace().folder()));
        screen.heading("A session roams");
        tell(network, screen);
        if (once) {
            return 0;
        }
        new Handbook(network).print(screen);
        screen.heading("Running until Ctrl-C");
        network.parties().bob().onNews(screen::say);
        return watch(network, screen);
    }

    private static void tell(Network network, Screen screen) throws InterruptedException {
        Parties parties = network.parties();
        Way way = new Way(Cast.BOB.party(), "south", "north", Cast.ALICE.party());
        Teller teller = new Teller(screen, network.local().cast().names());
        try {
            String cost =
                    new SessionStory(
                                    parties.alice(),
                                    parties.bob(),
                                    parties.stationClock(),
                                    teller,
                                    way)
                            .tell();
            screen.good("the session has roamed: " + cost);
        } catch (StoryFailed e) {
            for (NodeProcess node : network.nodes()) {
                screen.heading("The last lines of " + node.plan().log());
                screen.say(node.lastLines());
            }
            throw Failure.failed(e.reason(), e);
        }
    }

    /**
     * Ctrl-C and SIGTERM end this process from outside, and its nodes with it; a node that ends by
     * itself is a failure.
     */
    private static int watch(Network network, Screen screen) {
        NodeProcess gone =
                network.local()
                        .north()
                        .ended()
                        .applyToEither(network.local().south().ended(), node -> node)
                        .join();
        if (gone.wasAskedToEnd()) {
            return INTERRUPTED;
        }
        screen.say(gone.lastLines());
        throw Failure.failed(
                "node %s has ended by itself; its log is %s."
                        .formatted(gone.plan().name(), gone.plan().log()));
    }
}
