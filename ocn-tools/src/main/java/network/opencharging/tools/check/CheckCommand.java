package network.opencharging.tools.check;

import network.opencharging.bridge.model.Severity;
import network.opencharging.bridge.model.Shape;
import network.opencharging.tools.check.rule.Rules;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Form;
import network.opencharging.tools.terminal.Printable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * {@code ocn tools check}: holds files, standard input or the answer of a URL against the OCPI
 * model, of any length, and tells every fault with its path, its rule and a sentence.
 */
@Command(
        name = "check",
        description = "Holds JSON against OCPI and tells every fault with its path and rule.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing is against the specification",
            "1:something is; every fault is printed",
            "2:an argument or an input cannot be used"
        },
        footer = {"", "Example: ocn tools check docs/examples/locations.json"})
public final class CheckCommand implements Callable<Integer> {
    private static final String TOKEN = "OCPI_TOKEN";

    private final InputStream standard;
    private final Map<String, String> environment;
    private final Clock clock;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|FOLDER|URL|-",
            description = {
                "What to check: JSON files, folders with them, a URL, or - for standard input.",
                "Lists, OCPI envelopes, single objects and JSON lines are read, of any length.",
                "A URL is asked with the token in the environment variable OCPI_TOKEN, if any."
            })
    private List<String> arguments = new ArrayList<>();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description =
                    "What the objects are, such as Location or CDR (default: like their fields).")
    private Optional<String> type = Optional.empty();

    @Option(
            names = "--version",
            paramLabel = "2.2.1|2.3.0",
            defaultValue = "2.2.1",
            description = "The version of OCPI (default: ${DEFAULT-VALUE}).")
    private String version = "";

    @Option(
            names = "--patch",
            description = "The objects are bodies of PATCH requests: fields may be missing.")
    private boolean patch;

    @Option(
            names = "--from",
            paramLabel = "note|warning|error",
            defaultValue = "warning",
            description = "What is less bad is left out (default: ${DEFAULT-VALUE}).")
    private Severity least = Severity.WARNING;

    @Option(
            names = "--max",
            paramLabel = "NUMBER",
            defaultValue = "200",
            description =
                    "How many faults are printed; all are counted (default: ${DEFAULT-VALUE}).")
    private long most = 200;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description =
                    "For people, or for machines one fault a line (default: ${DEFAULT-VALUE}).")
    private Form format = Form.TEXT;

    /**
     * A command that reads from this.
     *
     * @param clock tells what lies in the future
     */
    public CheckCommand(InputStream standard, Map<String, String> environment, Clock clock) {
        this.standard = standard;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Edition edition = Edition.of(version);
        Optional<Shape<?>> wanted = type.map(edition::shape);
        Rules rules = patch ? Rules.ofPatches(clock) : Rules.ofObjects(clock);
        Report report = new Report(spec.commandLine().getOut(), format, least, most);
        Map<String, Integer> types = new TreeMap<>();
        try (Web web = new Web(Optional.ofNullable(environment.get(TOKEN)))) {
            for (Source source : sources(web)) {
                TextCheck check =
                        new TextCheck(
                                edition,
                                wanted,
                                patch,
                                rules,
                                fault -> report.add(Printable.of(source.name()), fault));
                run(check, source);
                check.types().forEach((name, count) -> types.merge(name, count, Integer::sum));
            }
        }
        report.close(types);
        return report.hasErrors() ? Failure.FAILED : 0;
    }

    private List<Source> sources(Web web) {
        return arguments.stream()
                .flatMap(argument -> Source.of(argument, standard, web).stream())
                .toList();
    }

    private static void run(TextCheck check, Source source) {
        try (InputStream in = source.open().open()) {
            check.run(in);
        } catch (IOException e) {
            throw Failure.usage(
                    "%s cannot be read: %s"
                            .formatted(source.name(), String.valueOf(e.getMessage())));
        }
    }
}
