package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A path can be written in more ways than one, and the framework reads them all: the gate must too.
 */
class SpelledPathsTest {
    private static final int PATIENCE = 30_000;

    private static RunningNode node;

    @BeforeAll
    static void start(@TempDir Path folder) {
        node = RunningNode.start(folder);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/platforms",
                "/%61dmin/platforms",
                "/admi%6e/platforms",
                "/admin;x=1/platforms",
                "/admin/%70latforms",
                "/admin/platforms;x=1",
                "//admin/platforms",
                "/./admin/platforms",
                "/x/../admin/platforms",
                "/x/%2e%2e/admin/platforms",
                "/%2561dmin/platforms",
                "/admin%2Fplatforms",
                "/ADMIN/platforms"
            })
    void noSpellingOpensTheOperatorsApi(String path) throws IOException {
        assertThat(status(node.port(), path)).isIn(400, 401, 404);
    }

    private static int status(int port, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            String request =
                    "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n"
                            .formatted(path, port);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String line =
                    new String(
                            socket.getInputStream().readNBytes("HTTP/1.1 200".length()),
                            StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(line.length() - 3));
        }
    }
}
