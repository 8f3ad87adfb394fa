package network.opencharging.tools.mock.command;

import network.opencharging.protocol.party.Role;
import network.opencharging.tools.mock.fault.Faults;
import network.opencharging.tools.mock.script.Deed;
import network.opencharging.tools.mock.script.Script;
import network.opencharging.tools.mock.script.ScriptReader;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Given;
import network.opencharging.tools.terminal.Input;
import network.opencharging.tools.yaml.Problems;
import network.opencharging.tools.yaml.Written;
import network.opencharging.tools.yaml.YamlText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options that say what a mock is and does; each goes before what the script says. */
final class Plan {
    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = "A YAML file: its data, faults, answers, and what happens when.")
    private @Nullable Path file;

    @Option(names = "--party", paramLabel = "CC/PID", description = "Who it is.")
    private @Nullable String party;

    @Option(names = "--name", paramLabel = "TEXT", description = "Its trade name.")
    private @Nullable String name;

    @Option(
            names = "--locations",
            paramLabel = "NUMBER",
            description = "How many locations a CPO has [5].")
    private @Nullable Integer locations;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "The same seed gives the same locations [1].")
    private @Nullable Long seed;

    @Option(
            names = "--page",
            paramLabel = "NUMBER",
            description = "How many objects a list gives at most [50].")
    private @Nullable Integer page;

    @Option(
            names = "--speed",
            paramLabel = "NUMBER",
            description = "How many seconds pass at its stations in one real second [1].")
    private @Nullable BigDecimal speed;

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            split = ",",
            description = "What it does wrong, by names of 'ocn tools mock faults'.")
    private List<String> faults = new ArrayList<>();

    /** For picocli. */
    Plan() {}

    /** What is wanted of a mock of that role. */
    Script script(Role role, Input input) {
        Script base = file == null ? Script.plain(role) : read(file, role, input);
        List<Deed.Wanted> wrong = new ArrayList<>(base.faults());
        faults.forEach(one -> wrong.add(wanted(one)));
        return new Script(
                identity(base.identity()),
                new Script.Stock(
                        within("--locations", locations, 0, 100_000, base.stock().locations()),
                        seed == null ? base.stock().seed() : seed,
                        within("--page", page, 1, 10_000, base.stock().page()),
                        base.stock().objects()),
                new Script.Time(speed(base), base.time().meter()),
                wrong,
                base.answers(),
                base.events());
    }

    private static Script read(Path file, Role role, Input input) {
        Problems problems = new Problems(file.toString());
        Optional<Written> written = YamlText.read(input.text(file, "--script"), problems);
        Script script =
                written.map(new ScriptReader(problems)::read).orElseGet(() -> Script.plain(role));
        if (!problems.isEmpty()) {
            throw Failure.usage("The script cannot be used.%n%s".formatted(problems));
        }
        if (script.identity().role() != role) {
            throw Failure.usage(
                    "%s is the script of another role (%s)."
                            .formatted(file, script.identity().role()));
        }
        return script;
    }

    private Identity identity(Identity base) {
        return new Identity(
                party == null ? base.party() : Given.party("--party", party),
                base.role(),
                name == null ? base.name() : name);
    }

    private BigDecimal speed(Script base) {
        if (speed != null && speed.signum() <= 0) {
            throw Failure.usage("--speed must be above 0.");
        }
        return speed == null ? base.time().speed() : speed;
    }

    private static int within(
            String option, @Nullable Integer given, int least, int most, int otherwise) {
        if (given != null && (given < least || given > most)) {
            throw Failure.usage("%s must be %d to %d.".formatted(option, least, most));
        }
        return given == null ? otherwise : given;
    }

    private static Deed.Wanted wanted(String name) {
        if (Faults.find(name).isEmpty()) {
            throw Failure.usage(
                    "--fault must be a name that 'ocn tools mock faults' lists, not " + name);
        }
        return new Deed.Wanted(
                name, Optional.empty(), Optional.empty(), 0, Integer.MAX_VALUE, Optional.empty());
    }
}
