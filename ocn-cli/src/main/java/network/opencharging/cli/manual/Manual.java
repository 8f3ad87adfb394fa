package network.opencharging.cli.manual;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the commands say about themselves, as pages. */
public final class Manual {
    private static final List<String> FIRST = List.of("list", "get", "set", "delete");
    private static final Set<String> EVERYWHERE = Set.of("--help", "--version", "--debug");

    private Manual() {}

    /** All commands as one page in Markdown. */
    public static String markdown(CommandLine root) {
        StringBuilder page =
                new StringBuilder(
                        """
                        # The command line

                        Written from the commands themselves; a test compares. To change it, change the commands and run
                        `CliPageTest` with `-Docn.docs=write`.

                        Every command has `--help`, and `--debug` to show the stack trace of a failure. Answers go to standard output, what is said
                        besides to standard error, so that an answer can be piped. Colours are for terminals only.

                        ## Exit codes

                        | Code | Meaning |
                        |---:|---|
                        """);
        root.getCommandSpec()
                .usageMessage()
                .exitCodeList()
                .forEach((code, text) -> page.append("| %s | %s |\n".formatted(code, text)));
        page.append("\n## Commands\n");
        commands(root).forEach(command -> page.append(section(command)));
        return page.toString();
    }

    /** All commands as a man page. */
    public static String roff(CommandLine root) {
        StringBuilder page =
                new StringBuilder(".TH OCN 1\n.SH NAME\nocn \\- ")
                        .append(roffed(described(root.getCommandSpec())))
                        .append("\n.SH SYNOPSIS\n.B ocn\nCOMMAND [OPTIONS]\n.SH COMMANDS\n");
        for (CommandLine command : commands(root)) {
            CommandSpec spec = command.getCommandSpec();
            page.append(".SS \"").append(roffed(synopsis(command))).append("\"\n");
            page.append(roffed(described(spec))).append('\n');
            arguments(spec)
                    .forEach(arg ->
                            page.append(".TP\n.B ")
                                    .append(roffed(named(arg)))
                                    .append('\n')
                                    .append(roffed(described(arg)))
                                    .append('\n'));
        }
        page.append(".SH EXIT STATUS\n");
        root.getCommandSpec()
                .usageMessage()
                .exitCodeList()
                .forEach((code, text) ->
                        page.append(".TP\n.B ")
                                .append(code)
                                .append('\n')
                                .append(roffed(text))
                                .append('\n'));
        return page.toString();
    }

    private static String section(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        StringBuilder text =
                new StringBuilder("\n### `%s`\n\n".formatted(spec.qualifiedName(" ")))
                        .append(described(spec))
                        .append("\n\n```\n")
                        .append(synopsis(command))
                        .append("\n```\n");
        List<ArgSpec> arguments = arguments(spec);
        if (!arguments.isEmpty()) {
            text.append("\n| Argument | Meaning |\n|---|---|\n");
            arguments.forEach(arg ->
                    text.append(
                            "| `%s` | %s |\n".formatted(piped(named(arg)), piped(described(arg)))));
        }
        return text.toString();
    }

    private static String piped(String text) {
        return text.replace("|", "\\|");
    }

    private static String roffed(String text) {
        return text.replace("\\", "\\\\").replace("-", "\\-").replaceAll("(?m)^\\.", "\\\\&.");
    }

    private static String synopsis(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        StringBuilder text = new StringBuilder(spec.qualifiedName(" "));
        for (PositionalParamSpec position : spec.positionalParameters()) {
            text.append((position.required() ? " %s" : " [%s]").formatted(position.paramLabel()));
        }
        spec.options().stream()
                .filter(OptionSpec::required)
                .forEach(option -> text.append(' ').append(named(option)));
        boolean more = spec.options().stream().anyMatch(o -> !o.required() && !isEverywhere(o));
        return text.append(more ? " [OPTIONS]" : "").toString();
    }

    private static List<ArgSpec> arguments(CommandSpec spec) {
        List<ArgSpec> arguments = new ArrayList<>(spec.positionalParameters());
        spec.options().stream()
                .filter(option -> !option.hidden() && !isEverywhere(option))
                .forEach(arguments::add);
        return arguments;
    }

    private static boolean isEverywhere(OptionSpec option) {
        return EVERYWHERE.contains(option.longestName());
    }

    private static String named(ArgSpec arg) {
        if (arg instanceof OptionSpec option) {
            String names = String.join(", ", option.names());
            boolean flag = option.arity().max() == 0;
            return flag ? names : names + " " + option.paramLabel();
        }
        return arg.paramLabel();
    }

    private static String described(CommandSpec spec) {
        return String.join(" ", spec.usageMessage().description());
    }

    /** Rendered, so that candidates and usual values stand in it. */
    private static String described(ArgSpec arg) {
        String text = String.join(" ", arg.description());
        return Ansi.OFF.string(text).strip();
    }

    /** The commands that do something, in the order in which they were mounted. */
    private static List<CommandLine> commands(CommandLine root) {
        Set<CommandLine> distinct = new LinkedHashSet<>();
        collect(root.getSubcommands().values(), distinct);
        return List.copyOf(distinct);
    }

    private static void collect(Collection<CommandLine> among, Set<CommandLine> into) {
        for (CommandLine command : among) {
            if (command.getSubcommands().isEmpty()) {
                into.add(command);
            } else {
                collect(sorted(command), into);
            }
        }
    }

    /** What every room has comes first, in the same order everywhere; the rest by name. */
    private static List<CommandLine> sorted(CommandLine command) {
        return command.getSubcommands().values().stream()
                .sorted(
                        Comparator.<CommandLine>comparingInt(c -> rank(c.getCommandName()))
                                .thenComparing(CommandLine::getCommandName))
                .toList();
    }

    private static int rank(String name) {
        int rank = FIRST.indexOf(name);
        return rank < 0 ? FIRST.size() : rank;
    }
}
