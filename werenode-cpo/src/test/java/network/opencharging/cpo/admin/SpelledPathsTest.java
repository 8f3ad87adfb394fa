package network.opencharging.cpo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.config.CpoUnderTest;

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
 * A path can be written in more ways than one, and the framework reads them all: the door must too,
 * at the stations' port and at the operator's.
 */
class SpelledPathsTest {
    private static final int PATIENCE = 30_000;

    private static CpoUnderTest cpo;

    @BeforeAll
    static void start(@TempDir Path folder) {
        cpo = CpoUnderTest.start(folder);
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/stations",
                "/%61dmin/stations",
                "/admi%6e/stations",
                "/admin;x=1/stations",
                "/admin/%73tations",
                "/admin/stations;x=1",
                "//admin/stations",
                "/./admin/stations",
                "/x/../admin/stations",
                "/x/%2e%2e/admin/stations",
                "/%2561dmin/stations",
                "/admin%2Fstations",
                "/ADMIN/stations"
            })
    void noSpellingOpensTheOperatorsApi(String path) throws IOException {
        assertThat(status(cpo.port(), path)).as("where stations are").isIn(400, 404);
        assertThat(status(cpo.adminPort(), path)).as("without a key").isIn(400, 401, 404);
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
