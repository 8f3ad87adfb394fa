package network.opencharging.tools.simulate.command;

import network.opencharging.tools.live.LiveView;
import network.opencharging.tools.seam.Pace;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.simulate.meter.Curve;
import network.opencharging.tools.simulate.play.PlugWords;
import network.opencharging.tools.simulate.plug.Called;
import network.opencharging.tools.simulate.plug.Family;
import network.opencharging.tools.simulate.plug.Radio;
import network.opencharging.tools.simulate.plug.SimulatedPlug;
import network.opencharging.tools.simulate.plug.Way;
import network.opencharging.tools.simulate.script.Script;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Given;
import network.opencharging.tools.terminal.Input;
import network.opencharging.tools.terminal.Printable;
import network.opencharging.tools.terminal.Screen;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code ocn tools simulate plug}: a smart plug, by hand or by a script. */
@Command(
        mixinStandardHelpOptions = true,
        description =
                "Is a smart plug at a real MQTT broker, or one that is called by HTTP, by hand or"
                        + " by a script.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it was ended, or its script is done",
            "1:what a script awaited did not come",
            "2:an argument or a script cannot be used",
            "3:the broker does not answer, or does not let it in; or the port is taken",
            "130:interrupted"
        },
        footer = {
            "",
            "In a terminal it shows itself with keys; otherwise it tells what happens line by line",
            "and reads the words of scripts from standard input (help lists them). The password",
            "comes from --password-file or from the environment variable OCN_PLUG_PASSWORD, never",
            "from an argument.",
            "Example: ocn tools simulate plug --family TASMOTA --name garage-left --http 7480"
                    + " --script docs/examples/plug.yaml"
        })
public final class PlugCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;
    private static final int LONGEST_NAME = 48;

    private final Map<String, String> environment;
    private final Input input;
    private final Seams seams;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--family",
            required = true,
            paramLabel = "SHELLY_1|SHELLY_2|TASMOTA",
            description = "Which firmware it has.")
    private Family family = Family.SHELLY_2;

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "Its name: in its topics, as a client and as a user of the broker.")
    private String name = "";

    @Option(
            names = "--broker",
            paramLabel = "URL",
            description = "tcp://HOST:PORT or ssl://HOST:PORT (default: ${DEFAULT-VALUE}).")
    private URI broker = URI.create("tcp://127.0.0.1:1883");

    @Option(
            names = "--http",
            paramLabel = "PORT",
            description = "No broker: it is called by HTTP at this port of this machine.")
    private @Nullable Integer http;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file with its password at the broker.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = "Do what is written there, and end.")
    private @Nullable Path file;

    @Option(
            names = "--draw",
            paramLabel = "CURVE",
            defaultValue = "2000",
            description =
                    "What hangs at it takes, in W: 2000, or 20m:2000 5m:300"
                            + " (default: ${DEFAULT-VALUE}).")
    private String curve = "2000";

    @Option(
            names = "--report-every",
            paramLabel = "SECONDS",
            description = "Report so often while nothing happens (default: ${DEFAULT-VALUE}).")
    private int every = 10;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "So many seconds pass for it in one (default: 1).")
    private @Nullable BigDecimal speed;

    @Option(
            names = "--auto-off",
            paramLabel = "SECONDS",
            description =
                    "What is set in a SHELLY_1, or 0 for nothing; others are told"
                            + " (default: ${DEFAULT-VALUE}).")
    private int autoOff = 120;

    /** The command. */
    public PlugCommand(Map<String, String> environment, Seams seams, Input input) {
        this.environment = Map.copyOf(environment);
        this.seams = seams;
        this.input = input;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Screen screen = Screen.of(spec.commandLine().getOut(), environment);
        Telling telling = new Telling(screen);
        Stage<SimulatedPlug> stage = new Stage<>(PlugWords.reader(telling::tell), screen);
        Optional<Script<SimulatedPlug>> script =
                Optional.ofNullable(file).map(path -> stage.script(path, input));
        Curve drawn =
                Curve.parse(curve)
                        .orElseThrow(
                                () -> Failure.usage("--draw must be watts, or spans with watts."));
        try (SimulatedPlug plug = open(setting(script), way(), telling)) {
            plug.draw(drawn);
            if (script.isPresent()) {
                stage.play(script.get(), plug);
                screen.good("the script is done");
                return 0;
            }
            Optional<LiveView> view = LiveView.open(environment);
            if (view.isEmpty()) {
                stage.typed(input, plug);
                return 0;
            }
            return shown(view.get(), plug, telling);
        }
    }

    private int shown(LiveView view, SimulatedPlug plug, Telling telling) throws IOException {
        try (view) {
            PlugView picture = new PlugView(plug, name);
            telling.to(picture::tell);
            return view.show(picture, () -> false) == LiveView.Ending.INTERRUPTED ? INTERRUPTED : 0;
        }
    }

    private static SimulatedPlug open(SimulatedPlug.Setting setting, Way way, Telling telling) {
        try {
            return new SimulatedPlug(setting, way, telling::tell);
        } catch (IOException e) {
            throw Failure.environment(
                    "%s: %s; is it there, and does it know %s and its password?"
                            .formatted(
                                    way,
                                    Printable.of(String.valueOf(e.getMessage())),
                                    setting.name()));
        }
    }

    private SimulatedPlug.Setting setting(Optional<Script<SimulatedPlug>> script) {
        requireBetween("--report-every", every, 1, 3600);
        requireBetween("--auto-off", autoOff, 0, 86_400);
        BigDecimal factor = Telling.speed(speed, script.flatMap(Script::speed));
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") || name.length() > LONGEST_NAME) {
            throw Failure.usage(
                    "--name must be 1 to 48 letters, digits, points, hyphens and underscores.");
        }
        return new SimulatedPlug.Setting(
                family,
                name,
                Duration.ofSeconds(every),
                Optional.of(Duration.ofSeconds(autoOff)),
                new Pace(seams.clock(), seams.clock().instant(), factor));
    }

    private static void requireBetween(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw Failure.usage("%s must be %d to %d.".formatted(option, least, most));
        }
    }

    private Way way() {
        if (http != null) {
            return new Called(Given.port("--http", http));
        }
        boolean known = "tcp".equals(broker.getScheme()) || "ssl".equals(broker.getScheme());
        if (!known || broker.getHost() == null || broker.getPort() < 0) {
            throw Failure.usage("--broker must be tcp://HOST:PORT or ssl://HOST:PORT.");
        }
        String password =
                passwordFile == null
                        ? environment.getOrDefault("OCN_PLUG_PASSWORD", "")
                        : input.text(passwordFile, "--password-file");
        return new Radio(broker, password.isEmpty() ? "" : name, password);
    }
}
