package network.opencharging.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Objects;

class OcnTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "up --help",
                "tools --help",
                "tools mock --help",
                "tools mock cpo --help",
                "tools mock emsp --help",
                "tools signature verify --help",
                "tools signature explain --help",
                "tools signature sign --help",
                "--version",
                "up --version"
            })
    void everyCommandHasHelpAndTheVersion(String line) {
        assertThat(run(line.split(" ", -1))).isZero();
        assertThat(out.toString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tools", "tools mock", "tools signature", "up --nonsense", "upp"})
    void whatCannotBeUsedIsExitCodeTwo(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void aCommandIsMadeAloneAndIsTheSameAsInTheWholeTree() {
        CommandLine all = Ocn.commandLine();
        for (String noun : all.getSubcommands().keySet()) {
            CommandLine needed = Ocn.commandLine(noun);
            if (noun.equals("completion") || noun.equals("man")) {
                assertThat(needed.getSubcommands())
                        .as("%s speaks of all", noun)
                        .containsKeys("party", "node");
                continue;
            }
            assertThat(needed.getSubcommands()).containsOnlyKeys(noun);
            assertThat(usage(needed, noun)).isEqualTo(usage(all, noun));
        }
        for (String help : new String[] {"--help", "-h"}) {
            assertThat(Ocn.commandLine(help).getUsageMessage()).isEqualTo(all.getUsageMessage());
        }
        assertThat(Ocn.commandLine("--version").getSubcommands()).isEmpty();
    }

    private static String usage(CommandLine tree, String noun) {
        return Objects.requireNonNull(tree.getSubcommands().get(noun)).getUsageMessage();
    }

    @Test
    void theExitCodesAreDocumented() {
        run("--help");

        assertThat(out.toString()).contains("Exit codes:", "130");
    }

    @Test
    void aFailureIsOneSentenceAndNoStackTrace() {
        int exit = run("up", "--dir", folder.toString(), "--port-base", "70000");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("ocn: the port of chain must be 1 to 65535");
    }

    @Test
    void withDebugTheStackTraceIsShown() {
        run("up", "--debug", "--dir", folder.toString(), "--port-base", "70000");

        assertThat(err.toString()).contains("\tat network.opencharging");
    }

    private int run(String... arguments) {
        CommandLine line = Ocn.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
