package network.opencharging.cli.node;

import network.opencharging.cli.connect.Home;
import network.opencharging.cli.connect.KeyOptions;
import network.opencharging.cli.connect.Network;
import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.connect.OwnNode;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.directory.Operator;
import network.opencharging.tools.local.Installation;
import network.opencharging.tools.local.NodePlan;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Screen;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

/** {@code ocn node start}: runs a node on this machine. */
@Command(
        name = "start",
        description = {
            "Run your node on this machine until Ctrl-C, with what the network says of chain and"
                    + " registry.",
            "Settings of the node (OCN_NODE_ADDRESS, OCN_NODE_DB_URL, ...) are taken from the"
                    + " environment. ocn admin  then knows this node without being told."
        })
final class StartCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "URL",
            description =
                    "Its public address, as it is or will be listed, such as https://node.example")
    private URI url = URI.create("");

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Where it listens on 127.0.0.1; usual is the port of a URL of this machine,"
                            + " otherwise 8080, for a proxy that speaks TLS before it.")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where it keeps its files; usual is nodes/NAME-OF-THE-KEY in OCN_HOME.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--claim",
            paramLabel = "FILE",
            description = "What  ocn domain claim  has written, for the node to serve.")
    private Optional<Path> claim = Optional.empty();

    @Option(
            names = "--print",
            description =
                    "Start nothing; print settings and command, for a service of this machine.")
    private boolean print;

    @Option(
            names = "--insecure",
            description = "Take http also for a host that is not this machine.")
    private boolean insecure;

    @Mixin private NetworkOptions network = new NetworkOptions();
    @Mixin private KeyOptions key = new KeyOptions();

    /** For picocli. */
    StartCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        NodeCommands.refuseUnsafe(url, insecure);
        Map<String, String> given = System.getenv();
        Network meant = network.network();
        KeyOptions.Opened opened = key.opened();
        NodeSettings settings =
                new NodeSettings(
                        url,
                        port.orElse(NodeSettings.usualPort(url)),
                        folder.orElse(Home.node(opened.name())).toAbsolutePath());
        SequencedMap<String, String> environment =
                settings.environment(meant, opened, claim, given);
        NodePlan.Program program = program(given).lasting();
        if (print) {
            environment.forEach((name, value) -> say(name + "=" + value));
            say("OCN_NODE_KEY_PASSWORD_FILE=(a file with the password of the key)");
            say(String.join(" ", program.command()));
            return 0;
        }
        Map<String, String> all = new HashMap<>(environment);
        opened.password().ifPresent(password -> all.put("OCN_NODE_KEY_PASSWORD", password));
        return run(
                new NodePlan(
                        opened.name(),
                        program,
                        settings.folder(),
                        settings.port(),
                        Optional.empty(),
                        all),
                opened);
    }

    private static NodePlan.Program program(Map<String, String> given) {
        Path home = Path.of(System.getProperty("ocn.home", "")).toAbsolutePath();
        return Installation.at(home, given).node();
    }

    private int run(NodePlan plan, KeyOptions.Opened opened) throws IOException {
        requireFree(plan.port());
        Screen screen = Screen.of(spec.commandLine().getOut(), System.getenv());
        try (NodeProcess node = NodeProcess.start(plan)) {
            await(node, screen);
            new OwnNode(plan.url(), plan.adminKeyFile()).remember();
            screen.say("      files      " + plan.folder() + ", its log is node.log there");
            screen.say(
                    "      its page   %s/admin/, as admin with the key in %s"
                            .formatted(plan.url(), plan.adminKeyFile()));
            screen.say("      listing    " + listing(opened));
            screen.heading("Running until Ctrl-C");
            NodeProcess gone = node.ended().join();
            if (gone.wasAskedToEnd()) {
                return INTERRUPTED;
            }
            throw Failure.failed(
                    "The node has ended by itself; the end of its log %s:%n%s"
                            .formatted(plan.log(), gone.lastLines()));
        }
    }

    private static void await(NodeProcess node, Screen screen) {
        try {
            screen.during(
                    "node",
                    () -> {
                        node.awaitReady(PATIENCE);
                        return node.plan().url();
                    },
                    at -> "ready at " + at);
        } catch (Failure e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.failed("Interrupted before the node was ready.", e);
        } catch (Exception e) {
            throw new IllegalStateException("the node broke", e);
        }
    }

    /** What the registry says of this operator, and what is to be done about it. */
    private String listing(KeyOptions.Opened opened) throws IOException {
        String set = "ocn node set %s --key %s".formatted(url, opened.name());
        try (Rpc rpc = network.rpc()) {
            Optional<URI> listed =
                    network.reader(rpc).operators(rpc.latest().number()).stream()
                            .filter(operator -> operator.address().equals(opened.account()))
                            .map(Operator::url)
                            .findFirst();
            if (listed.isEmpty()) {
                return "none yet; next, in another terminal:  " + set;
            }
            return listed.get().equals(url)
                    ? "%s operates %s".formatted(opened.account(), url)
                    : "says %s, so other nodes will not believe this one; next:  %s"
                            .formatted(listed.get(), set);
        }
    }

    private static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException | IllegalArgumentException e) {
            throw Failure.environment(
                    "Port %d of this machine cannot be had (%s): choose another with --port, or end what listens there."
                            .formatted(port, e.getMessage()));
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
