package network.opencharging.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Says in one sentence what is wrong with the arguments, and where help is. */
final class Misuse implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException trouble, String[] arguments) {
        CommandLine command = trouble.getCommandLine();
        command.getErr()
                .printf(
                        "ocn: %s See  %s --help%n",
                        sentence(String.valueOf(trouble.getMessage())),
                        command.getCommandSpec().qualifiedName(" "));
        command.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static String sentence(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.endsWith(".") || line.endsWith(":") ? line : line + ".";
    }
}
