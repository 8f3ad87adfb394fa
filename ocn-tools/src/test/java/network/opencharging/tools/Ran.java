package network.opencharging.tools;

import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/**
 * A command that was run as a person runs it.
 *
 * @param exitCode {@value #BROKEN} when it failed with something that is no sentence
 * @param out what it answered
 * @param err what it said besides
 */
public record Ran(int exitCode, String out, String err) {
    /** The command itself is broken. */
    public static final int BROKEN = 70;

    /** Runs a command. */
    public static Ran of(Object command, String... arguments) {
        return in(new CommandLine(command), arguments);
    }

    /** Runs one of the tools, whose name comes first. */
    public static Ran tools(Map<String, String> environment, String... arguments) {
        return in(Tools.commandLine(environment), arguments);
    }

    private static Ran in(CommandLine commands, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                commands.setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .setExecutionExceptionHandler((failure, line, _) -> {
                            if (failure instanceof Failure known) {
                                line.getErr().println(known.getMessage());
                                return known.exitCode();
                            }
                            failure.printStackTrace(line.getErr());
                            return BROKEN;
                        })
                        .execute(arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }
}
