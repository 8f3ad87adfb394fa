package network.opencharging.acceptance;

import picocli.CommandLine;

import java.util.Arrays;
import java.util.Objects;

/** The examples in the help of commands. */
final class Examples {
    private static final String MARK = "Example: ocn tools ";

    private Examples() {}

    /** That of a tool, as it is run from the folder of these tests. */
    static String of(CommandLine tools, String... command) {
        CommandLine line = tools;
        for (String word : command) {
            line = Objects.requireNonNull(line.getSubcommands().get(word), word);
        }
        return Arrays.stream(line.getCommandSpec().usageMessage().footer())
                .filter(text -> text.startsWith(MARK))
                .map(text -> text.substring(MARK.length()).replace("docs/", "../docs/"))
                .findFirst()
                .orElseThrow();
    }
}
