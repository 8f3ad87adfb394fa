package network.opencharging.cli;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cli.up.UpCommand;
import network.opencharging.tools.terminal.Failure;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What can be missing or in the way of {@code ocn up} before its story begins. */
class UpFailuresTest {
    @TempDir Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void programsThatLookBuilt() throws IOException {
        Path target = Files.createDirectories(home.resolve("ocn-node/target/app"));
        Files.writeString(target.resolve("ocn-node.jar"), "no jar");
        Path backend = Files.createDirectories(home.resolve("werenode-cpo/target"));
        Files.writeString(backend.resolve("werenode-cpo-1-app.jar"), "no jar");
    }

    @Test
    void aNodeThatIsNotBuilt() throws IOException {
        Files.delete(home.resolve("ocn-node/target/app/ocn-node.jar"));

        assertThat(up("--chain", "none")).isEqualTo(Failure.ENVIRONMENT);

        assertThat(err.toString())
                .startsWith("ocn: the node is not built")
                .contains("run  mvn -DskipTests package")
                .hasLineCount(1);
    }

    @Test
    void aBackendThatIsNotBuilt() throws IOException {
        Files.delete(home.resolve("werenode-cpo/target/werenode-cpo-1-app.jar"));

        assertThat(up("--chain", "none")).isEqualTo(Failure.ENVIRONMENT);

        assertThat(err.toString())
                .startsWith("ocn: the CPO's backend is not built")
                .contains("run  mvn -DskipTests package")
                .hasLineCount(1);
    }

    @Test
    void aNodeThatDoesNotStartIsToldWithTheEndOfItsLog() throws IOException {
        assertThat(up("--chain", "none")).isEqualTo(Failure.ENVIRONMENT);

        assertThat(err.toString())
                .startsWith("ocn: node north has ended with exit code 1; the end of its log ")
                .contains("Invalid or corrupt jarfile");
    }

    @Test
    void aChainThatDoesNotStartIsToldWithWhatItSaid() throws IOException {
        Path anvil = script("anvil", "echo 'this machine is too old for me'; exit 1");

        assertThat(up(Map.of("OCN_ANVIL", anvil.toString()))).isEqualTo(Failure.ENVIRONMENT);

        assertThat(err.toString())
                .startsWith("ocn: The development chain did not start")
                .contains(
                        "this machine is too old for me", anvil.toString(), "ocn up --chain none");
    }

    @Test
    void withoutChainAndNpmItSaysWhatIsMissingAndThatItGoesWithout() throws IOException {
        assertThat(up(Map.of("PATH", home.toString()))).isEqualTo(Failure.ENVIRONMENT);

        assertThat(err.toString())
                .contains("needs 'anvil'", "install Node.js", "ocn up --chain none")
                .hasLineCount(1);
    }

    @Test
    void aFolderThatCannotBeUsed() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");

        assertThat(up("--chain", "none", "--dir", file.toString())).isEqualTo(Failure.ENVIRONMENT);

        assertThat(err.toString()).startsWith("ocn: the folder " + file).hasLineCount(1);
    }

    @Test
    void aPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(up("--chain", "none", "--cpo-port", port)).isEqualTo(Failure.ENVIRONMENT);

            assertThat(err.toString()).startsWith("ocn: port " + port).hasLineCount(1);
        }
    }

    private int up(String... arguments) throws IOException {
        return up(Map.of(), arguments);
    }

    private int up(Map<String, String> environment, String... arguments) throws IOException {
        CommandLine line =
                new CommandLine(new UpCommand(home, environment))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(new Complaints(() -> false));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(
                Stream.concat(freePorts().stream(), Stream.of(arguments)).toArray(String[]::new));
    }

    private static List<String> freePorts() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (String name :
                List.of("chain", "north", "south", "emsp", "stations", "operator", "plugs")) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            options.add("--" + name + "-port=" + sockets.getLast().getLocalPort());
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return options;
    }

    private Path script(String name, String text) throws IOException {
        Path file = Files.writeString(home.resolve(name), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
