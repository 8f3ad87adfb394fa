package network.opencharging.tools.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.tools.Tools;
import network.opencharging.tools.terminal.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

/** The command as a person calls it. */
class ProxyCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void whenItsTimeIsOverItSumsUpForPeopleAndForMachines() {
        Path report = folder.resolve("proxy.jsonl");

        int exitCode = run("--for 1 --report " + report);

        assertThat(exitCode).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("leads to http://127.0.0.1:9")
                .contains("0 exchanges passed")
                .contains("nothing was found");
        assertThat(report).content().contains("{\"kind\":\"summary\",\"exchanges\":0");
    }

    @ParameterizedTest
    @CsvSource({
        "--to foo, --to must be an address",
        "--listen 70000, --listen must be a port",
        "--patience 0, --patience must be 1 to 3600",
        "--for 0, --for must be at least 1",
        "--bind no.such.host.invalid, --bind must be an address of this machine",
        "--report /no/such/folder/x, --report: /no/such/folder/x cannot be written",
    })
    void whatCannotBeUsedIsSaidAndNothingElse(String arguments, String sentence) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains(sentence);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("--listen " + taken.getLocalPort())).isEqualTo(3);
        }
        assertThat(err.toString()).contains("--listen: port").contains("is taken");
    }

    private int run(String arguments) {
        String to = arguments.startsWith("--to ") ? "" : "--to http://127.0.0.1:9 ";
        CommandLine tools =
                Tools.commandLine(Map.of())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .setExecutionExceptionHandler((e, line, _) -> {
                            line.getErr().println(e.getMessage());
                            return e instanceof Failure failure ? failure.exitCode() : 70;
                        });
        return tools.execute(("proxy " + to + arguments).split(" "));
    }
}
