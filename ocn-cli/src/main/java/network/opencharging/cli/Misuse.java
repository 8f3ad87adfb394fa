package network.opencharging.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in one sentence what is wrong with the arguments, and where help is. */
final class Misuse implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException trouble, String[] arguments) {
        CommandLine command = trouble.getCommandLine();
        String words =
                trouble instanceof UnmatchedArgumentException unmatched
                        ? unmatched(unmatched, command)
                        : String.valueOf(trouble.getMessage());
        command.getErr()
                .printf(
                        "ocn: %s See  %s --help%n",
                        sentence(words), command.getCommandSpec().qualifiedName(" "));
        command.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static String unmatched(UnmatchedArgumentException trouble, CommandLine command) {
        String word = trouble.getUnmatched().isEmpty() ? "" : trouble.getUnmatched().getFirst();
        String name = command.getCommandSpec().qualifiedName(" ");
        List<String> near = trouble.getSuggestions();
        String hint = near.isEmpty() ? "" : ": did you mean %s?".formatted(near.getFirst());
        if (word.startsWith("-")) {
            return "'%s' is no option of %s%s".formatted(word, name, hint);
        }
        if (!command.getSubcommands().isEmpty()) {
            return "'%s' is no command of %s%s".formatted(word, name, hint);
        }
        return unread(word, command)
                .orElseGet(() -> "'%s' is one argument too many for %s".formatted(word, name));
    }

    /** Where an argument may be left out, picocli does not say why one cannot be read. */
    private static Optional<String> unread(String word, CommandLine command) {
        return command.getCommandSpec().positionalParameters().stream()
                .filter(parameter -> parameter.arity().isVariable() || !parameter.required())
                .flatMap(parameter -> complaints(parameter, word))
                .findFirst();
    }

    private static Stream<String> complaints(PositionalParamSpec parameter, String word) {
        return Arrays.stream(parameter.auxiliaryTypes())
                .flatMap(type -> Words.complaint(type, word).stream())
                .map(why -> "%s: %s".formatted(parameter.paramLabel(), why));
    }

    private static String sentence(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        boolean ends = line.endsWith(".") || line.endsWith(":") || line.endsWith("?");
        return ends ? line : line + ".";
    }
}
