package network.opencharging.cli;

import static network.opencharging.cli.Ground.NORTH;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cli.Ground.Said;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What the doctor finds wrong with TLS and clocks, each with its cure. */
class DoctorTest {
    private static Ground ground;
    private static Path folder = Path.of("");

    @BeforeAll
    static void aChain(@TempDir Path temp) throws IOException {
        folder = temp;
        ground = Ground.start(temp);
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @Test
    void aCertificateThatHasExpired() throws Exception {
        try (Tls node = Tls.serving(folder, "dns:localhost", "-90d", 30)) {
            assertThat(row(node.url("localhost"), "TLS"))
                    .contains("bad", "has expired on", "renew it")
                    .doesNotContain("not for");
        }
    }

    @Test
    void aCertificateThatIsNotYetGood() throws Exception {
        try (Tls node = Tls.serving(folder, "dns:localhost", "+20d", 30)) {
            assertThat(row(node.url("localhost"), "TLS"))
                    .contains("bad", "counts only from", "set the clocks");
        }
    }

    @Test
    void aCertificateThatIsSignedByItself() throws Exception {
        try (Tls node = Tls.serving(folder, "dns:localhost", "-1d", 30)) {
            assertThat(row(node.url("localhost"), "TLS"))
                    .contains("bad", "signed by itself", "from an authority that everybody knows")
                    .doesNotContain("expired", "not for");
        }
    }

    @Test
    void aCertificateForAnotherName() throws Exception {
        try (Tls node = Tls.serving(folder, "dns:other.example", "-1d", 30)) {
            assertThat(row(node.url("localhost"), "TLS"))
                    .contains("bad", "for [other.example], not for localhost")
                    .contains("get one for localhost");
        }
    }

    @Test
    void aPortThatSpeaksNoTls() throws IOException {
        try (Skewed node = new Skewed(Duration.ZERO)) {
            assertThat(row("https://localhost:" + node.port(), "TLS"))
                    .contains("bad", "there is none at this port", "let the port speak TLS");
        }
    }

    @Test
    void aClockThatIsFarOff() throws IOException {
        try (Skewed node = new Skewed(Duration.ofHours(-2))) {
            assertThat(row("http://localhost:" + node.port(), "clock"))
                    .contains("bad", "s behind this machine's", "time server")
                    .containsPattern("is 7[12]\\d\\d s");
        }
        try (Skewed node = new Skewed(Duration.ofMinutes(10))) {
            assertThat(row("http://localhost:" + node.port(), "clock"))
                    .contains("bad", "s before this machine's");
        }
        try (Skewed node = new Skewed(Duration.ZERO)) {
            assertThat(row("http://localhost:" + node.port(), "clock")).contains("ok", "within");
        }
    }

    @Test
    void whoIsMeantIsSaidInOneOfThreeWays() throws IOException {
        try (FakeNode node = new FakeNode()) {
            assertThat(ground.as(NORTH, "node set " + node.url()).exit()).isZero();
            assertThat(ground.ask("doctor " + NORTH.address()).exit())
                    .as("http is no fault within this machine")
                    .isZero();
        }
        Said nobody = ground.ask("doctor FR/XYZ");
        assertThat(nobody.exit()).isEqualTo(1);
        assertThat(nobody.out()).contains("nobody is FR/XYZ", "ocn party set FR/XYZ");
        Said nonsense = ground.ask("doctor nonsense");
        assertThat(nonsense.exit()).isEqualTo(2);
        assertThat(nonsense.err()).contains("neither an account", "such as DE/ALC");
    }

    private static String row(String url, String what) {
        Said said = ground.ask("doctor --node " + url);
        return said.out()
                .lines()
                .filter(line -> line.startsWith(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError(said.out() + said.err()));
    }

    /** Answers everything as a node without a token does, with a clock that is wrong. */
    private static final class Skewed implements AutoCloseable {
        private final ServerSocket door;
        private final Duration ahead;

        Skewed(Duration ahead) throws IOException {
            this.ahead = ahead;
            this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return door.getLocalPort();
        }

        private void serve() {
            while (!door.isClosed()) {
                try (Socket caller = door.accept()) {
                    answer(caller);
                } catch (IOException gone) {
                    // The test is over, or the caller has gone: nobody is waiting.
                }
            }
        }

        private void answer(Socket caller) throws IOException {
            if (caller.getInputStream().read(new byte[4096]) < 0) {
                return;
            }
            String date =
                    ZonedDateTime.now(ZoneOffset.UTC)
                            .plus(ahead)
                            .format(DateTimeFormatter.RFC_1123_DATE_TIME);
            String text =
                    "HTTP/1.1 401 Unauthorized\r\nDate: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .formatted(date);
            caller.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
