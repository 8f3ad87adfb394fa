package network.opencharging.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands on the page of the tools are what the commands say; {@code -Docn.docs=write} writes
 * them.
 */
class ToolsPageTest {
    private static final Path PAGE = Path.of("../docs/tools.md");
    private static final String BEGIN = "<!-- commands -->\n";
    private static final String END = "<!-- /commands -->\n";
    private static final String EXAMPLE = "Example: ";

    @Test
    void thePageIsWhatTheCommandsSay() throws IOException {
        String before = Files.readString(PAGE);
        int begin = before.indexOf(BEGIN) + BEGIN.length();
        String page =
                before.substring(0, begin) + section() + before.substring(before.indexOf(END));
        if (System.getProperty("ocn.docs", "check").equals("write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("run ToolsPageTest with -Docn.docs=write and check docs/tools.md in")
                .isEqualTo(page);
    }

    @Test
    void everyCommandHasAnExampleThatNamesIt() {
        assertThat(commands().entrySet())
                .allSatisfy(command ->
                        assertThat(example(command.getValue()))
                                .as(command.getKey())
                                .startsWith("ocn tools " + command.getKey()));
    }

    private static String section() {
        return commands().entrySet().stream()
                .map(command ->
                        "\n### `%s`\n\n%s\n\n```text\n%s\n```\n"
                                .formatted(
                                        command.getKey(),
                                        described(command.getValue()),
                                        example(command.getValue())))
                .collect(Collectors.joining("", "", "\n"));
    }

    private static Map<String, CommandSpec> commands() {
        Map<String, CommandSpec> leaves = new TreeMap<>();
        collect("", Tools.commandLine(Map.of()), leaves);
        return leaves;
    }

    private static void collect(String path, CommandLine line, Map<String, CommandSpec> leaves) {
        if (line.getSubcommands().isEmpty()) {
            leaves.put(path, line.getCommandSpec());
        }
        line.getSubcommands()
                .forEach((name, inner) -> collect((path + " " + name).strip(), inner, leaves));
    }

    private static String described(CommandSpec command) {
        return plain(command.usageMessage().description()).collect(Collectors.joining(" "));
    }

    private static String example(CommandSpec command) {
        List<String> lines = plain(command.usageMessage().footer()).toList();
        return lines.stream()
                .filter(line -> line.startsWith(EXAMPLE))
                .map(line -> line.substring(EXAMPLE.length()))
                .findFirst()
                .orElse("");
    }

    private static Stream<String> plain(String... lines) {
        return Stream.of(lines).map(line -> Ansi.OFF.string(line.replace("%n", "").strip()));
    }
}
