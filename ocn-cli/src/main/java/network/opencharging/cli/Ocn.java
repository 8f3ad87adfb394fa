package network.opencharging.cli;

import network.opencharging.cli.up.UpCommand;
import network.opencharging.tools.Tools;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.nio.file.Path;

/** The root of the command line: {@code ocn}. */
@Command(
        name = "ocn",
        description = "The open roaming network for electric vehicle charging.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Release.class,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:tried and failed, or refused; the message says which step and why",
            "2:the arguments or the input cannot be used",
            "3:something is missing or in the way: a program, a port, a build",
            "130:interrupted"
        })
public final class Ocn implements Runnable {
    @Spec private CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of a failure.")
    private boolean debug;

    /** For picocli, which fills the fields. */
    Ocn() {
        this.spec = CommandSpec.create();
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole tree of commands. */
    static CommandLine commandLine() {
        Ocn root = new Ocn();
        return new CommandLine(root)
                .addSubcommand("up", new UpCommand(home(), System.getenv()))
                .addSubcommand("tools", Tools.commandLine(System.getenv()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Complaints(() -> root.debug));
    }

    /** The launcher says where the project is; without it, this folder counts. */
    private static Path home() {
        return Path.of(System.getProperty("ocn.home", "")).toAbsolutePath();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: a command is missing.");
    }
}
