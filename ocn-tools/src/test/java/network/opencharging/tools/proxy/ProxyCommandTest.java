package network.opencharging.tools.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.tools.Ran;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

/** The command as a person calls it. */
class ProxyCommandTest {
    @TempDir Path folder;

    @Test
    void whenItsTimeIsOverItSumsUpForPeopleAndForMachines() {
        Path report = folder.resolve("proxy.jsonl");

        Ran ran = run("--for 1 --report " + report);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
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
        Ran ran = run(arguments);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(sentence);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran ran = run("--listen " + taken.getLocalPort());

            assertThat(ran.exitCode()).isEqualTo(3);
            assertThat(ran.err()).contains("--listen: port").contains("is taken");
        }
    }

    private static Ran run(String arguments) {
        String to = arguments.startsWith("--to ") ? "" : "--to http://127.0.0.1:9 ";
        return Ran.tools(Map.of(), ("proxy " + to + arguments).split(" "));
    }
}
