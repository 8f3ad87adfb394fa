package network.opencharging.acceptance.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.local.BackendPlan;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A charge point operator's backend as a process, and its operator's hands. */
public final class CpoProcess implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final List<Integer> ports;
    private Process process;

    /** Starts one with nothing in it, which watches its plugs closely. */
    public CpoProcess() throws IOException {
        this.folder = Files.createTempDirectory("werenode-cpo");
        this.ports = FreePorts.some(3);
        this.process = run();
    }

    private Process run() throws IOException {
        BackendPlan.Program program = Project.installation().backend();
        ProcessBuilder builder =
                new ProcessBuilder(
                                program.java().toString(),
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-jar",
                                program.jar().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "OCN_CPO_PLUG_LEASE", "10s",
                                "OCN_CPO_HTTP_PLUG_NETWORKS", "127.0.0.0/8",
                                "OCN_CPO_HTTP_PLUG_EVERY", "1s"));
        builder.environment().put("OCN_CPO_DATA", folder.resolve("data").toString());
        builder.environment().put("OCN_CPO_PORT", ports.get(0).toString());
        builder.environment().put("OCN_CPO_ADMIN_PORT", ports.get(1).toString());
        builder.environment().put("OCN_CPO_MQTT_HOST", "127.0.0.1");
        builder.environment().put("OCN_CPO_MQTT_PORT", ports.get(2).toString());
        Process started = builder.start();
        says("Started CpoServer", started);
        return started;
    }

    private void says(String text, Process running) {
        await("the backend says " + text)
                .atMost(Network.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .failFast("the backend has ended", () -> !running.isAlive())
                .until(() -> Files.readString(folder.resolve("log")).contains(text));
    }

    /** Where plugs connect. */
    public URI broker() {
        return URI.create("tcp://127.0.0.1:" + ports.get(2));
    }

    /** Where stations connect. */
    public URI stations() {
        return URI.create("ws://127.0.0.1:%d/ocpp".formatted(ports.getFirst()));
    }

    /** Dies without a word, as when the machine does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Comes back with what it kept. */
    public void startAgain() throws IOException {
        process = run();
    }

    /** The operator asks for something that is done; the body with apostrophes. */
    public ObjectNode does(String method, String path, String body) {
        return done(asks(method, path, body.replace('\'', '"'))).asObject();
    }

    /** How something is; missing while the backend, just started, does not have it yet. */
    public JsonNode looks(String path) {
        HttpResponse<String> answer = asks("GET", path, "");
        return answer.statusCode() == 404 ? MissingNode.getInstance() : done(answer);
    }

    /** The operator asks for a list. */
    public List<JsonNode> lists(String path) {
        return done(asks("GET", path, "")).valueStream().toList();
    }

    private static JsonNode done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonText.parse(answer.body()).orElseThrow();
    }

    /** What is answered, whatever it is. */
    private HttpResponse<String> asks(String method, String path, String body) {
        try {
            String key = Files.readString(folder.resolve("data/admin.key")).strip();
            return http.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/admin%s"
                                                    .formatted(ports.get(1), path)))
                            .timeout(Network.PATIENCE)
                            .header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
