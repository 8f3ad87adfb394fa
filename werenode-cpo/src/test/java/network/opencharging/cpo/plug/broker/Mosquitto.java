package network.opencharging.cpo.plug.broker;

import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.port.PlugLine;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A Mosquitto as a process, with the access list of docs/mqtt.md. */
final class Mosquitto implements AutoCloseable {
    private static final int MOST_PLUGS = 500;
    private static final String BACKEND_PASSWORD = "secret-of-the-backend";

    private final Path program;
    private final Path folder;
    private final int port;
    private final Map<BrokerAddress.Version, BrokerLine> lines =
            new EnumMap<>(BrokerAddress.Version.class);
    private Process process;

    private Mosquitto(Path program, Path folder, int port) throws IOException {
        this.program = program;
        this.folder = folder;
        this.port = port;
        write();
        this.process = run();
    }

    static Mosquitto start(Path folder) {
        List<Path> installed =
                Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin", "/usr/bin")
                        .map(place -> Path.of(place, "mosquitto"))
                        .filter(Files::isExecutable)
                        .toList();
        Assumptions.assumeFalse(
                installed.isEmpty(), "mosquitto is not installed: apt-get install mosquitto");
        try {
            return new Mosquitto(installed.getFirst(), folder, freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void write() throws IOException {
        Files.writeString(
                folder.resolve("mosquitto.conf"),
                """
                listener %d 127.0.0.1
                allow_anonymous false
                persistence false
                user root
                max_keepalive 65535
                password_file %s/passwords
                acl_file %s/access
                """
                        .formatted(port, folder, folder));
        Files.writeString(
                folder.resolve("access"),
                """
                user cpo
                topic readwrite #

                pattern readwrite shellies/%u/#
                pattern readwrite %u/#
                pattern readwrite cmnd/%u/#
                pattern readwrite stat/%u/#
                pattern readwrite tele/%u/#
                pattern readwrite garage/%u/#
                pattern read shellies/command
                """);
        Files.writeString(
                folder.resolve("passwords"),
                "cpo:%s\n".formatted(BACKEND_PASSWORD)
                        + String.join(
                                "",
                                IntStream.range(1, MOST_PLUGS)
                                        .mapToObj(i -> "plug" + i)
                                        .map(name -> name + ":" + TestBroker.password(name) + "\n")
                                        .toList()));
        hashPasswords();
    }

    private void hashPasswords() throws IOException {
        Process hashing =
                new ProcessBuilder("mosquitto_passwd", "-U", folder + "/passwords")
                        .inheritIO()
                        .start();
        if (hashing.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("mosquitto_passwd failed");
        }
    }

    private Process run() throws IOException {
        Process started =
                new ProcessBuilder(program.toString(), "-c", folder + "/mosquitto.conf")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        await().atMost(Duration.ofSeconds(30)).until(this::isOpen);
        return started;
    }

    private boolean isOpen() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void startAgain() {
        try {
            process = run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the backend's end in that version; made once. */
    TestBroker spoken(BrokerAddress.Version version) {
        BrokerLine line = lines.computeIfAbsent(version, this::line);
        return new TestBroker() {
            @Override
            public PlugLine line() {
                return line;
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public void knows(String name, PlugDialect dialect) {
                // All names are in the file of passwords.
            }

            @Override
            public void close() {
                // The process ends with all lines.
            }
        };
    }

    private BrokerLine line(BrokerAddress.Version version) {
        return new BrokerLine(
                new BrokerAddress(
                        URI.create("tcp://127.0.0.1:" + port), "cpo", BACKEND_PASSWORD, version));
    }

    @Override
    public void close() {
        lines.values().forEach(BrokerLine::close);
        kill();
    }
}
