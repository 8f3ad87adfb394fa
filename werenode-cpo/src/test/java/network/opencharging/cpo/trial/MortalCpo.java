package network.opencharging.cpo.trial;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.config.CpoServer;
import network.opencharging.cpo.emsp.QuietPort;
import network.opencharging.cpo.emsp.StubEmsp;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The backend as a process of its own, which can be made to die at a point of its way. */
final class MortalCpo implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Path folder;
    private final Path classes;
    private final int stations = QuietPort.any();
    private final int admin = QuietPort.any();
    private final int plugs = QuietPort.any();
    private final List<String> settings;
    private Optional<Process> process = Optional.empty();

    /**
     * @param emsp whom it tells
     * @param database settings of the database; empty: its own
     */
    MortalCpo(Path folder, StubEmsp emsp, List<String> database) throws IOException {
        this.folder = folder;
        this.settings = new ArrayList<>(emsp.invites(folder.resolve("invited")));
        this.settings.addAll(database);
        this.classes = Files.createDirectories(folder.resolve("classes"));
        new Instrumented(classes).write();
    }

    /** Where stations connect. */
    int port() {
        return stations;
    }

    /** Where plugs connect. */
    int broker() {
        return plugs;
    }

    void start() {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Dcrash.folder=" + folder,
                                "-cp",
                                classes + ":" + System.getProperty("java.class.path"),
                                CpoServer.class.getName()));
        command.addAll(
                List.of(
                        "--server.address=127.0.0.1",
                        "--server.port=" + stations,
                        "--ocn.cpo.admin.port=" + admin,
                        "--ocn.cpo.data.folder=" + folder.resolve("data"),
                        "--ocn.cpo.mqtt.host=127.0.0.1",
                        "--ocn.cpo.mqtt.port=" + plugs,
                        "--ocn.cpo.sessions.party=DE/ALC",
                        "--ocn.cpo.sessions.tell-every=0s",
                        "--ocn.cpo.sessions.stop-patience=2s",
                        "--ocn.cpo.sessions.start-patience=60s",
                        "--ocn.cpo.sessions.compare-every=2s"));
        command.addAll(settings);
        try {
            process =
                    Optional.of(
                            new ProcessBuilder(command)
                                    .redirectErrorStream(true)
                                    .redirectOutput(
                                            ProcessBuilder.Redirect.appendTo(
                                                    folder.resolve("cpo.log").toFile()))
                                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** From now on it counts its points, and dies at that one. */
    void dieAt(int point) {
        try {
            Files.deleteIfExists(folder.resolve("died"));
            Files.writeString(folder.resolve("arm.new"), String.valueOf(point));
            Files.move(folder.resolve("arm.new"), folder.resolve("arm"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next process lives. */
    void disarm() {
        try {
            Files.deleteIfExists(folder.resolve("arm"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it died; empty while it lives. */
    Optional<String> died() {
        return read("died");
    }

    /** How many points it passed since it was armed. */
    String passed() {
        return read("passed").orElse("0");
    }

    private Optional<String> read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What came back from the operator's API.
     *
     * @param status 0 when nobody answered
     */
    record Answer(int status, JsonNode body) {}

    Answer ask(String method, String path, String body) {
        try {
            String key = Files.readString(folder.resolve("data").resolve("admin.key")).strip();
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + admin + path))
                            .timeout(Duration.ofSeconds(30))
                            .header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                            .build();
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            // Not there yet, or dead.
            return new Answer(0, JSON.missingNode());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is done, or the test is wrong. */
    JsonNode does(String method, String path, String body) {
        Answer answer = ask(method, path, body);
        assertThat(answer.status())
                .as("%s %s: %s; %s", method, path, answer.body(), said())
                .isEqualTo(200);
        return answer.body();
    }

    /** The end of what it wrote. */
    String said() {
        String all = read("cpo.log").orElse("");
        return all.substring(Math.max(0, all.length() - 6_000));
    }

    @Override
    public void close() {
        process.ifPresent(running -> {
            running.destroyForcibly();
            try {
                running.waitFor(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
