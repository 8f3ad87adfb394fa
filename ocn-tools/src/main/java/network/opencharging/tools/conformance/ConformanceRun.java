package network.opencharging.tools.conformance;

import network.opencharging.protocol.party.Role;
import network.opencharging.tools.conformance.suite.Bench;
import network.opencharging.tools.conformance.suite.Suite;
import network.opencharging.tools.reach.Reach;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Screen;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * {@code ocn tools conformance run}: all cases for a role, with reports for machines and people.
 */
@Command(
        name = "run",
        description = "Tries every case of a role at a live system and writes reports.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:no case failed",
            "1:a case failed, or the system cannot be reached",
            "2:an argument cannot be used"
        },
        footer = {
            "",
            "It writes objects with ids that begin with OCN-TOOLS: run it at test systems.",
            "Example: ocn tools conformance run --role cpo --url"
                    + " http://127.0.0.1:7470/ocpi/versions --register"
        })
public final class ConformanceRun implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Seams seams;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Reach reach = new Reach();

    @Option(
            names = "--role",
            required = true,
            paramLabel = "cpo|emsp|hub",
            description = "What the system is.")
    private Tried role = Tried.CPO;

    @Option(names = "--commands", description = "Send commands too: they do something at a plug.")
    private boolean commands;

    @Option(
            names = "--results-within",
            paramLabel = "SECONDS",
            description =
                    "How long the result of a command may take (default: as long as the answer to"
                            + " the command says, 120 at most).")
    private @Nullable Integer results;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML there.")
    private @Nullable Path junit;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page there.")
    private @Nullable Path html;

    /** Roles that have cases. */
    enum Tried {
        CPO(Role.CPO),
        EMSP(Role.EMSP),
        HUB(Role.HUB);

        private final Role role;

        Tried(Role role) {
            this.role = role;
        }

        Role role() {
            return role;
        }
    }

    /** The command. */
    public ConformanceRun(Map<String, String> environment, Seams seams) {
        this.environment = Map.copyOf(environment);
        this.seams = seams;
    }

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec.commandLine().getOut(), environment);
        Results tried =
                new Run(screen, environment, seams)
                        .of(
                                reach,
                                role.role(),
                                Suite.of(role.role()),
                                new Bench.Freedom(commands, results()),
                                "OCPI 2.2.1 conformance, " + role);
        if (junit != null) {
            Results.write(junit, tried.junit());
        }
        if (html != null) {
            Results.write(html, tried.html());
        }
        return tried.count("failed") == 0 ? 0 : Failure.FAILED;
    }

    private Optional<Duration> results() {
        if (results != null && (results < 1 || results > 600)) {
            throw Failure.usage("--results-within must be 1 to 600 seconds.");
        }
        return Optional.ofNullable(results).map(Duration::ofSeconds);
    }
}
