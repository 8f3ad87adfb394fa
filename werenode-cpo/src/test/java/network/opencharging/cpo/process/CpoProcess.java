package network.opencharging.cpo.process;

import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoServer;
import network.opencharging.cpo.ocpp.door.RawStation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** The backend as a process of its own, which can be killed, or made to stand still. */
final class CpoProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final List<String> settings;
    private final int port = freePort();
    private final int admin = freePort();
    private Process process;

    private CpoProcess(Path folder, List<String> settings) {
        this.folder = folder;
        this.settings = settings;
        this.process = launch();
    }

    /** Starts one, and does not wait for it. */
    static CpoProcess start(Path folder, String... settings) {
        return new CpoProcess(folder, List.of(settings));
    }

    private Process launch() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(
                List.of(
                        "-Xmx160m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CpoServer.class.getName(),
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--ocn.cpo.admin.port=" + admin,
                        "--ocn.cpo.mqtt.host=127.0.0.1",
                        "--ocn.cpo.mqtt.port=0",
                        "--ocn.cpo.data.folder=" + folder));
        command.addAll(settings);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return folder.resolveSibling("cpo-" + admin + ".log");
    }

    /** Everything that it printed. */
    String printed() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It answers. */
    CpoProcess runs() {
        await().atMost(PATIENCE)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("it did not start:\n" + printed());
                    }
                    return printed().contains("Started CpoServer") && answers();
                });
        return this;
    }

    private boolean answers() {
        try {
            return operator().gets("/admin/stations").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** With which code it ended by itself. */
    int ends() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("it still runs");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The operator at its API. */
    AdminClient operator() {
        try {
            return AdminClient.at(admin, Files.readString(folder.resolve("admin.key")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody with another key at its API. */
    AdminClient operator(String key) {
        return AdminClient.at(admin, key);
    }

    /** A station that is known to be at work, connected here. */
    RawStation station(String id) {
        RawStation station = RawStation.at(port, id, Optional.empty(), "ocpp1.6");
        station.asks("BootNotification", "{'chargePointVendor':'T','chargePointModel':'M'}");
        return station;
    }

    /** SIGKILL: nothing is closed, nothing is written. */
    void isKilled() {
        process.destroyForcibly();
        ends();
    }

    /** SIGTERM: it ends in order. */
    void isStopped() {
        process.destroy();
        ends();
    }

    /** SIGSTOP: it lives and does nothing. */
    void standsStill() {
        signal("-STOP");
    }

    /** SIGCONT. */
    void goesOn() {
        signal("-CONT");
    }

    private void signal(String which) {
        try {
            new ProcessBuilder("kill", which, String.valueOf(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** At the same ports. */
    void startsAgain() {
        process = launch();
        runs();
    }

    /** Below those that the system gives to connections. */
    private static int freePort() {
        for (int port : new SplittableRandom().ints(100, 15_000, 32_000).toArray()) {
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Somebody has it: the next one.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("no port is free");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
