package network.opencharging.browser;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonLimits;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;

import org.junit.jupiter.api.Assumptions;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ChromeDriver process, and what is said to it. */
final class Driver implements AutoCloseable {
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
    private static final JsonReader READER =
            new JsonReader(JsonLimits.standard().withBytes(64 << 20));

    /** Pages may take long on a machine that does other things; this only ends what hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final URI base;
    private final HttpClient http;

    private Driver(Process process, int port) {
        this.process = process;
        this.base = URI.create("http://127.0.0.1:" + port);
        this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    /** Starts one; where the machine has none the test that asked is skipped, and says why. */
    static Driver start() {
        Optional<Path> program = found("chromedriver");
        Assumptions.assumeTrue(
                program.isPresent(),
                "chromedriver is not installed (Debian: chromium-driver): this page was not looked"
                        + " at");
        try {
            Process process =
                    new ProcessBuilder(program.orElseThrow().toString(), "--port=0")
                            .redirectErrorStream(true)
                            .start();
            return new Driver(process, port(process));
        } catch (IOException e) {
            throw new UncheckedIOException("chromedriver does not start", e);
        }
    }

    /** The first of these programs that the machine's search path has. */
    static Optional<Path> found(String... names) {
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
        return Arrays.stream(names)
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int port(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                // Whatever it says later must not fill the pipe.
                Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                return Integer.parseInt(started.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IOException("chromedriver ended at once:\n" + said);
    }

    /** Says something; the value of the answer. */
    Json say(String method, String path, Json.Obj body) {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                method.equals("GET")
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            Json value =
                    READER.read(answer.body()) instanceof JsonReading.Read<Json>(Json.Obj object)
                            ? object.member("value").orElse(Json.Null.NULL)
                            : Json.Null.NULL;
            if (answer.statusCode() != 200) {
                throw new AssertionError("the browser refuses " + path + ": " + value);
            }
            return value;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException(path));
        } catch (IOException e) {
            throw new UncheckedIOException("the browser does not answer " + path, e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
