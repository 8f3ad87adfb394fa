package network.opencharging.tools.scenario;

import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.ocpi.sign.Anybody;
import network.opencharging.tools.ocpi.sign.OcnSigning;
import network.opencharging.tools.report.Junit;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.secret.KeyFile;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Given;
import network.opencharging.tools.terminal.Input;
import network.opencharging.tools.terminal.Screen;
import network.opencharging.tools.yaml.Problems;
import network.opencharging.tools.yaml.Written;
import network.opencharging.tools.yaml.YamlText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code ocn tools scenario run}: plays a scenario and says how each step ended. */
@Command(
        name = "run",
        description = "Plays a scenario with mocks, or with a live system in one's place.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every step ended as it should",
            "1:one did not; what was wanted and what came is printed",
            "2:the scenario or an argument cannot be used"
        },
        footer = {
            "",
            "With --url a live system takes the place of the party that the scenario calls its",
            "system. Its token A comes from --token-file or from the environment variable",
            "OCPI_TOKEN; where several parties register, from OCPI_TOKEN_ and the party's name.",
            "Example: ocn tools scenario run session"
        })
public final class ScenarioRun implements Callable<Integer> {
    private static final String TOKEN = "OCPI_TOKEN";

    private final Map<String, String> environment;
    private final Seams seams;
    private final Input input;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE|NAME",
            description = "A file of YAML, or a name that 'scenario list' knows.")
    private String which = "";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The versions address of a live system in the place of a mock.")
    private @Nullable URI url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with the token A that the live system has given.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "A file with 64 hexadecimal digits: mocks sign with this key.")
    private @Nullable Path keyFile;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML there.")
    private @Nullable Path junit;

    /** The command. */
    public ScenarioRun(Map<String, String> environment, Seams seams, Input input) {
        this.environment = Map.copyOf(environment);
        this.seams = seams;
        this.input = input;
    }

    @Override
    public Integer call() throws InterruptedException {
        Scenario scenario = scenario();
        Screen screen = Screen.of(spec.commandLine().getOut(), environment);
        Optional<LiveSystem> live = live(scenario);
        screen.heading(scenario.title());
        try (Company company = Company.open(scenario, live, seams, signing())) {
            Performance performance = new Performance(scenario, company, screen, seams);
            Junit report = performance.run();
            if (junit != null) {
                write(junit, report.xml());
            }
            return performance.isGood() ? 0 : Failure.FAILED;
        } catch (IOException e) {
            throw Failure.environment("No port is free for the mocks: " + e.getMessage());
        }
    }

    private Scenario scenario() {
        Problems problems = new Problems(which);
        String text = text();
        Optional<Scenario> scenario =
                YamlText.read(text, problems)
                        .map((Written written) -> new ScenarioReader(problems).read(written));
        if (!problems.isEmpty() || scenario.isEmpty()) {
            throw Failure.usage("The scenario cannot be used.%n%s".formatted(problems));
        }
        return scenario.get();
    }

    private String text() {
        Path file = Path.of(which);
        if (which.equals("-") || Files.exists(file)) {
            return input.text(file, "FILE");
        }
        return Library.find(which).orElseThrow(() -> Library.unknown(which));
    }

    private Optional<LiveSystem> live(Scenario scenario) {
        if (url == null) {
            return Optional.empty();
        }
        URI versions = Given.address("--url", url, "https://cpo.example/versions");
        if (scenario.system().isEmpty()) {
            throw Failure.usage("This scenario has no system whose place --url could take.");
        }
        return Optional.of(new LiveSystem(versions, this::token));
    }

    private String token(String party) {
        String own = environment.getOrDefault(TOKEN + "_" + party.toUpperCase(Locale.ROOT), "");
        if (!own.isEmpty()) {
            return own;
        }
        String token =
                tokenFile == null
                        ? environment.getOrDefault(TOKEN, "")
                        : input.text(tokenFile, "--token-file");
        if (token.isEmpty()) {
            throw Failure.usage(
                    "The live system's token A is missing: name a file with --token-file, or set"
                            + " OCPI_TOKEN.");
        }
        return Given.token(token);
    }

    private Signing signing() {
        return keyFile == null
                ? Signing.none()
                : new OcnSigning(KeyFile.read(keyFile, input), new Anybody());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw Failure.environment("%s cannot be written: %s".formatted(file, e.getMessage()));
        }
    }
}
