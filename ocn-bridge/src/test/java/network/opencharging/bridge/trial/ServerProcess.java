package network.opencharging.bridge.trial;

import network.opencharging.bridge.config.BridgeServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** The bridge as a process of its own, which can be killed. */
final class ServerProcess implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Path folder;
    private final List<String> settings;
    private final Map<String, String> environment;
    private final int api = freePort();
    private final int door;
    private Optional<Process> process = Optional.empty();

    /**
     * A server that is not started yet.
     *
     * @param folder for its data and its log
     * @param settings flags beside those of ports and folder
     */
    ServerProcess(Path folder, List<String> settings) {
        this(folder, settings, Map.of());
    }

    /** One with these environment variables too. */
    ServerProcess(Path folder, List<String> settings, Map<String, String> environment) {
        this(folder, settings, environment, freePort());
    }

    /** One whose door is at this port. */
    ServerProcess(Path folder, List<String> settings, Map<String, String> environment, int door) {
        this.door = door;
        this.folder = folder;
        this.settings = settings;
        this.environment = environment;
    }

    /** What every bridge of a trial is told: DE-ALC, at this hub, which is CH-OCN. */
    static List<String> standard(StubHub hub) {
        return List.of(
                "--ocn.bridge.parties.list[0].id=DE-ALC",
                "--ocn.bridge.parties.list[0].role=CPO",
                "--ocn.bridge.parties.list[0].name=Alice",
                "--ocn.bridge.hub.versions-url=" + hub.versions(),
                "--ocn.bridge.hub.token=token-a",
                "--ocn.bridge.hub.party=CH-OCN");
    }

    void start() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(
                List.of(
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BridgeServer.class.getName()));
        command.addAll(flags());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            process =
                    Optional.of(
                            builder.redirectErrorStream(true)
                                    .redirectOutput(
                                            ProcessBuilder.Redirect.appendTo(
                                                    folder.resolve("bridge.log").toFile()))
                                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>(settings);
        flags.add("--ocn.bridge.door.url=http://localhost:" + door);
        flags.add("--ocn.bridge.door.port=" + door);
        flags.add("--ocn.bridge.data.folder=" + folder.resolve("data"));
        flags.add("--ocn.bridge.backoffice.port=" + api);
        flags.add("--ocn.bridge.admin.port=-1");
        return flags;
    }

    /** SIGKILL: nothing is closed, nothing is written. */
    void kill() {
        Process running = process.orElseThrow();
        running.destroyForcibly();
        try {
            running.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** What it ended with. */
    int exitCode() {
        return process.orElseThrow().exitValue();
    }

    /** The status of HTTP, 0 when nobody answers, and the body behind it. */
    Answer ask(String method, String path, String body) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:%d/api/%s".formatted(api, path)))
                            .timeout(Duration.ofSeconds(60))
                            .header("Authorization", "Bearer " + key())
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build();
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            // Not there yet, or killed.
            return new Answer(0, e.toString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer of the API. */
    record Answer(int status, String body) {}

    private String key() throws IOException {
        return Files.readString(folder.resolve("data/api.key")).strip();
    }

    String log() {
        try {
            return Files.readString(folder.resolve("bridge.log"));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    /**
     * One below those that the system gives to connections: between two starts of a server nobody
     * takes it by chance.
     */
    static int freePort() {
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
        process.ifPresent(_ -> kill());
        http.close();
    }
}
