package network.opencharging.tools.simulate.command;

import network.opencharging.bridge.metering.OcmfCurve;
import network.opencharging.tools.live.LiveView;
import network.opencharging.tools.seam.Pace;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.simulate.meter.Curve;
import network.opencharging.tools.simulate.meter.MeterSeal;
import network.opencharging.tools.simulate.play.StationWords;
import network.opencharging.tools.simulate.script.Script;
import network.opencharging.tools.simulate.station.Dialect;
import network.opencharging.tools.simulate.station.Look;
import network.opencharging.tools.simulate.station.Setting;
import network.opencharging.tools.simulate.station.SimulatedStation;
import network.opencharging.tools.simulate.station.Token;
import network.opencharging.tools.simulate.v16.Dialect16;
import network.opencharging.tools.simulate.v201.Dialect201;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Input;
import network.opencharging.tools.terminal.Printable;
import network.opencharging.tools.terminal.Screen;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code ocn tools simulate station}: a charging station, by hand or by a script. */
@Command(
        mixinStandardHelpOptions = true,
        description = {
            "Is a charging station at a central system of OCPP 1.6 or 2.0.1, by hand or by a"
                    + " script.",
            "What the central system does wrong is told in sentences."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it was ended, or its script is done",
            "1:what a script awaited did not come",
            "2:an argument or a script cannot be used",
            "3:the central system does not answer, or does not let it in",
            "130:interrupted"
        },
        footer = {
            "",
            "In a terminal it shows its EVSEs with keys; otherwise it tells what happens line by",
            "line and reads the words of scripts from standard input (help lists them).",
            "Security profile 0: neither password nor TLS. 1: a password. 2: a password and wss:.",
            "3: wss: and --certificate-file. The password comes from --password-file or from the",
            "environment variable OCN_STATION_PASSWORD, never from an argument.",
            "Example: ocn tools simulate station --url ws://127.0.0.1:8280/ocpp --id CS-1"
                    + " --script docs/examples/station.yaml"
        })
public final class StationCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;
    private static final int MOST_EVSES = 100;

    private final Map<String, String> environment;
    private final Input input;
    private final Seams seams;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StationDoor door = new StationDoor();

    @Option(
            names = "--version-of-ocpp",
            paramLabel = "1.6|2.0.1",
            defaultValue = "1.6",
            description = "What it speaks (default: ${DEFAULT-VALUE}).")
    private String version = "1.6";

    @Option(
            names = "--evses",
            paramLabel = "NUMBER",
            defaultValue = "2",
            description = "How many EVSEs it has, 1 to 100 (default: ${DEFAULT-VALUE}).")
    private int evses = 2;

    @Option(
            names = "--draw",
            paramLabel = "CURVE",
            defaultValue = "11000",
            description =
                    "What a vehicle takes, in W: 11000, or 20m:11000 10m:3000"
                            + " (default: ${DEFAULT-VALUE}).")
    private String curve = "11000";

    @Option(
            names = "--token",
            paramLabel = "UID",
            defaultValue = "04AABBCCDDEE80",
            description = "The card that is shown (default: ${DEFAULT-VALUE}).")
    private String token = "04AABBCCDDEE80";

    @Option(
            names = "--obliging",
            description = "Whoever orders a charge finds a vehicle plugged in.")
    private boolean obliging;

    @Option(
            names = "--sign",
            paramLabel = "CURVE",
            description =
                    "Its meter signs OCMF on this curve, such as SECP256R1; the public key is"
                            + " told. The same identity always has the same key.")
    private @Nullable OcmfCurve sign;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "So many of its seconds pass in one (default: 1).")
    private @Nullable BigDecimal speed;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = "Do what is written there, and end.")
    private @Nullable Path file;

    /** The command. */
    public StationCommand(Map<String, String> environment, Seams seams, Input input) {
        this.environment = Map.copyOf(environment);
        this.seams = seams;
        this.input = input;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Screen screen = Screen.of(spec.commandLine().getOut(), environment);
        Stage<SimulatedStation> stage = new Stage<>(StationWords.reader(), screen);
        Optional<Script<SimulatedStation>> script =
                Optional.ofNullable(file).map(path -> stage.script(path, input));
        Optional<MeterSeal> seal =
                Optional.ofNullable(sign)
                        .map(one -> new MeterSeal(one, door.identity(), "M-" + door.identity()));
        seal.ifPresent(one ->
                screen.say(
                        "the meter %s signs with %s, public key %s"
                                .formatted(one.serial(), one.algorithm(), one.publicKey())));
        Telling telling = new Telling(screen);
        try (SimulatedStation station = open(setting(seal), script, telling)) {
            return script.isPresent()
                    ? played(stage, script.get(), station, screen)
                    : shown(station, telling).orElseGet(() -> typed(stage, station, screen));
        }
    }

    private Setting setting(Optional<MeterSeal> seal) {
        if (evses < 1 || evses > MOST_EVSES) {
            throw Failure.usage("--evses must be 1 to 100.");
        }
        if (token.isEmpty() || token.length() > 20) {
            throw Failure.usage("--token must have 1 to 20 letters.");
        }
        Curve drawn =
                Curve.parse(curve)
                        .orElseThrow(() ->
                                Failure.usage(
                                        "--draw must be watts, or spans with watts, such as"
                                                + " 20m:11000 10m:3000."));
        return new Setting(
                door.identity(), evses, drawn, Token.card(token), obliging, seal, Duration.ZERO);
    }

    private Dialect dialect(Optional<MeterSeal> seal) {
        return switch (version) {
            case "1.6" -> new Dialect16();
            case "2.0.1" -> new Dialect201(seal);
            default -> throw Failure.usage("--version-of-ocpp must be 1.6 or 2.0.1.");
        };
    }

    private SimulatedStation open(
            Setting setting, Optional<Script<SimulatedStation>> script, Telling telling) {
        BigDecimal factor = Telling.speed(speed, script.flatMap(Script::speed));
        Dialect dialect = dialect(setting.seal());
        try {
            return SimulatedStation.start(
                    setting,
                    dialect,
                    door.open(dialect.version().subprotocol(), environment, input),
                    new SimulatedStation.Seams(
                            new Pace(seams.clock(), seams.clock().instant(), factor),
                            seams.clock(),
                            seams.ids(),
                            telling::tell,
                            telling::complain));
        } catch (IOException e) {
            throw Failure.environment(Printable.of(String.valueOf(e.getMessage())) + ".");
        }
    }

    private int played(
            Stage<SimulatedStation> stage,
            Script<SimulatedStation> script,
            SimulatedStation station,
            Screen screen)
            throws IOException, InterruptedException {
        stage.play(script, station);
        screen.good("the script is done");
        return 0;
    }

    /** Empty when nobody looks at a terminal. */
    private Optional<Integer> shown(SimulatedStation station, Telling telling) throws IOException {
        Optional<LiveView> view = LiveView.open(environment);
        if (view.isEmpty()) {
            return Optional.empty();
        }
        try (LiveView live = view.get()) {
            StationView picture = new StationView(station, door.identity());
            telling.to(picture::tell);
            return Optional.of(
                    live.show(picture, () -> false) == LiveView.Ending.INTERRUPTED
                            ? INTERRUPTED
                            : 0);
        }
    }

    private int typed(Stage<SimulatedStation> stage, SimulatedStation station, Screen screen) {
        try {
            if (station.await(Look::accepted, Duration.ofDays(1))) {
                screen.say("ready: " + door.identity());
            }
            stage.typed(input, station);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        } catch (IOException e) {
            throw Failure.usage("standard input cannot be read: " + e.getMessage());
        }
    }
}
