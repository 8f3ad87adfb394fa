package network.opencharging.tools.conformance;

import network.opencharging.protocol.party.Role;
import network.opencharging.tools.conformance.suite.Bench;
import network.opencharging.tools.conformance.suite.Suite;
import network.opencharging.tools.reach.Reach;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Screen;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.Map;
import java.util.concurrent.Callable;

/** {@code ocn tools probe}: reads everything that a system announces, and writes nothing. */
@Command(
        name = "probe",
        description = {
            "Reads every list that a live system announces and tells what is wrong with it.",
            "Only GET is sent: nothing is written and nothing is started."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing is wrong",
            "1:something is, or the system cannot be reached",
            "2:an argument cannot be used"
        },
        footer = {
            "",
            "Example: ocn tools probe --url http://127.0.0.1:7470/ocpi/versions --register"
        })
public final class ProbeCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Seams seams;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Reach reach = new Reach();

    /** The command. */
    public ProbeCommand(Map<String, String> environment, Seams seams) {
        this.environment = Map.copyOf(environment);
        this.seams = seams;
    }

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec.commandLine().getOut(), environment);
        Results results =
                new Run(screen, environment, seams)
                        .of(
                                reach,
                                Role.CPO,
                                Suite.reading(),
                                Bench.Freedom.NO_COMMANDS,
                                "OCPI 2.2.1 probe");
        return results.count("failed") == 0 ? 0 : Failure.FAILED;
    }
}
