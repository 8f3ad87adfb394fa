package network.opencharging.tools;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ocn tools}: everything a tester or an integrator needs. */
@Command(name = "tools", description = "Tools for testers and integrators.")
public final class Tools implements Runnable {
    @Spec private CommandSpec spec;

    private Tools() {
        this.spec = CommandSpec.create();
    }

    /** The tools and their subcommands, to be mounted under a root. */
    public static CommandLine commandLine() {
        return new CommandLine(new Tools());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which tool: a command is missing.");
    }
}
