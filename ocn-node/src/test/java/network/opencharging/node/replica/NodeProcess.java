package network.opencharging.node.replica;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A node that runs as a process of its own, on the class path of these tests. */
final class NodeProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final Path log;

    private NodeProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts a node; see {@link #awaitReady()}. */
    static NodeProcess start(Path folder, int port, List<String> settings) {
        Path log = folder.resolve("node.log");
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        "network.opencharging.node.config.NodeApplication",
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--ocn.data.folder=" + folder.resolve("data")));
        command.addAll(settings);
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(log.toFile());
            return new NodeProcess(builder.start(), port, log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String classPath() {
        String told = System.getProperty("surefire.test.class.path");
        return told == null ? System.getProperty("java.class.path") : told;
    }

    /** Returns when it listens; the whole start is over then. */
    NodeProcess awaitReady() {
        await().atMost(PATIENCE)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError(Files.readString(log));
                    }
                    // Somebody else may listen at that port: what counts is what this one says.
                    return log().contains("listening at /127.0.0.1:" + port);
                });
        return this;
    }

    int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The process is gone the moment this returns, whatever it was doing: SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** For messages of failed tests. */
    @Override
    public String toString() {
        return url() + ", log in " + log.toString().replace(File.separatorChar, '/');
    }
}
