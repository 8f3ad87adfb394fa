package network.opencharging.cli.up;

import network.opencharging.cli.up.place.Ports;
import network.opencharging.cli.up.place.Workplace;
import network.opencharging.cli.up.story.Bill;
import network.opencharging.cli.up.story.Receipt;
import network.opencharging.cli.up.story.RoamingStory;
import network.opencharging.cli.up.story.Stage;
import network.opencharging.cli.up.story.StoryFailed;
import network.opencharging.cli.up.story.Teller;
import network.opencharging.cli.up.story.Way;
import network.opencharging.tools.local.AppProcess;
import network.opencharging.tools.local.BackendAdmin;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.Installation;
import network.opencharging.tools.mock.admin.AdminDoor;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** {@code ocn up}: starts a network, lets two sessions roam, and keeps running. */
@Command(
        name = "up",
        description = {
            "Starts a network on this machine and lets two charging sessions roam.",
            "A development chain with the registry, two nodes, a CPO's backend with a charging"
                    + " station and a smart plug that are simulated, and an eMSP.",
            "Keeps running until Ctrl-C, which ends everything that it started."
        },
        footer = {
            "",
            "Ports: eight in a row from --port-base: chain, north, south, CPO, eMSP, and the CPO's",
            "stations, operator's page and plugs.",
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
            description =
                    "End after the sessions: 0 when they roamed, 1 with the step that failed.")
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

    private int run(NetworkPlan plan, Opened opened, Screen screen) {
        screen.heading("A network on this machine");
        Steps steps = new Steps(screen, plan.workplace().folder());
        Network network = new NetworkStart(plan, opened, seams, steps).network();
        screen.heading("Two drivers of Bob's charge at Alice's");
        Receipts receipts =
                steps.quietly(
                        "charging",
                        () -> new Receipts(told(network, screen), bobs(plan.workplace())));
        screen.heading("What they pay, in the books of both");
        steps.quietly(
                "keeping CDRs",
                () -> {
                    receipts.keep();
                    return receipts;
                });
        receipts.print(screen);
        screen.good("both charges have roamed");
        if (once) {
            return 0;
        }
        AdminDoor page =
                steps.quietly(
                        "Bob's page",
                        () ->
                                opened.keep(
                                        AdminDoor.show(0, network.bob(), seams.tokens()),
                                        AdminDoor::close));
        new Handbook(network, page.url()).print(screen);
        screen.heading("Running until Ctrl-C");
        network.bob().onNews(screen::say);
        return watch(network, screen);
    }

    private static Path bobs(Workplace workplace) {
        return workplace.folder().resolve("bob");
    }

    private static List<Receipt> told(Network network, Screen screen)
            throws IOException, InterruptedException {
        BackendAdmin operator = network.alice().admin();
        Stage stage =
                new Stage(
                        network.bob(),
                        new Way(Cast.BOB.party(), "south", "north", Cast.ALICE.party()),
                        new Teller(screen, network.local().cast().names()),
                        cdr -> Bill.ofBackend(operator.get("cdrs/" + cdr)),
                        network::trouble);
        try {
            return new RoamingStory(stage, network.garage().outlets()).tell();
        } catch (StoryFailed e) {
            for (AppProcess app : network.apps()) {
                screen.heading("The last lines of " + app.log());
                screen.say(app.lastLines());
            }
            throw Failure.failed(e.reason(), e);
        }
    }

    /**
     * Ctrl-C and SIGTERM end this process from outside, and its processes with it; one that ends by
     * itself is a failure.
     */
    private static int watch(Network network, Screen screen) {
        AppProcess gone = firstGone(network.apps());
        if (gone.wasAskedToEnd()) {
            return INTERRUPTED;
        }
        screen.say(gone.lastLines());
        throw Failure.failed(
                "%s has ended by itself; its log is %s.".formatted(gone.name(), gone.log()));
    }

    private static AppProcess firstGone(List<AppProcess> apps) {
        CompletableFuture<AppProcess> first = new CompletableFuture<>();
        for (AppProcess app : apps) {
            CompletableFuture<Void> _ = app.ended().thenAccept(first::complete);
        }
        return first.join();
    }
}
