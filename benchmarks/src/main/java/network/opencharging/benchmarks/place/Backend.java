package network.opencharging.benchmarks.place;

import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.local.Installation;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The backend of a charge point operator, as he would start it: its jar and a PostgreSQL. */
public final class Backend implements AutoCloseable {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Plan plan;
    private final int port;
    private final int admin;
    private Running process;
    private int starts;

    private Backend(Plan plan, int port, int admin) throws IOException {
        this.plan = plan;
        this.port = port;
        this.admin = admin;
        this.process = launch();
    }

    /**
     * What is started.
     *
     * @param home the project's folder
     * @param folder for its files
     * @param jvm options of its Java
     * @param settings beyond the usual
     */
    public record Plan(
            Path home, Path folder, List<String> jvm, Postgres database, List<String> settings) {}

    /** Starts one and waits until it is ready. */
    public static Backend start(Plan plan) throws IOException, InterruptedException {
        Files.createDirectories(plan.folder());
        int door = quietPort(18_280);
        Backend backend = new Backend(plan, door, quietPort(door + 1));
        backend.awaitReady();
        return backend;
    }

    /**
     * Below the ports that connections take for themselves: while it is away none of ten thousand
     * may take its place.
     */
    private static int quietPort(int first) throws IOException {
        int port = first;
        while (isTaken(port)) {
            port++;
        }
        return port;
    }

    private static boolean isTaken(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort() != port;
        } catch (BindException taken) {
            return true;
        }
    }

    private Running launch() throws IOException {
        starts++;
        List<String> command = new ArrayList<>(List.of(Town.java()));
        command.addAll(plan.jvm());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        Installation.at(plan.home(), System.getenv()).backend().jar().toString(),
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--ocn.cpo.admin.port=" + admin,
                        "--ocn.cpo.data.folder=" + plan.folder(),
                        "--ocn.cpo.data.url=" + plan.database().url(),
                        "--ocn.cpo.data.username=" + plan.database().user(),
                        "--ocn.cpo.stations.unknown=REFUSE"));
        command.addAll(plan.settings());
        return Running.start(command, Map.of(), log());
    }

    private Path log() {
        return plan.folder().resolve("backend-" + starts + ".log");
    }

    /** Waits until stations can connect. */
    public void awaitReady() throws IOException, InterruptedException {
        process.awaitWord("Started CpoServer");
    }

    /**
     * Ends it as the operator would, or as the machine would, and starts it again.
     *
     * @return how long it took to end; that it is ready is not waited for
     */
    public Duration restart(boolean clean) throws IOException {
        long begun = System.nanoTime();
        if (clean) {
            process.close();
        } else {
            process.kill();
        }
        Duration ended = Duration.ofNanos(System.nanoTime() - begun);
        process = launch();
        return ended;
    }

    /** Where stations connect. */
    public int port() {
        return port;
    }

    /** The process. */
    public Running process() {
        return process;
    }

    /** The key with which passwords of stations are sealed. */
    public String stationsKey() throws IOException {
        return Files.readString(plan.folder().resolve("stations.key")).strip();
    }

    /**
     * What waits in it, by what waits; empty when it does not answer.
     *
     * @param calls with which it is asked
     */
    public Map<String, Long> load(HttpCalls calls) throws IOException {
        Map<String, Long> load = new TreeMap<>();
        JsonText.parse(ask(calls, "GET", "/load", "").body())
                .ifPresent(all ->
                        all.properties()
                                .forEach(one -> load.put(one.getKey(), one.getValue().asLong(0))));
        return load;
    }

    /** The operator puts something in. */
    void put(HttpCalls calls, String path, String body) throws IOException {
        Answer answer = ask(calls, "PUT", path, body);
        if (answer.status() >= 300) {
            throw new IOException("%s: %s".formatted(path, answer.body()));
        }
    }

    private Answer ask(HttpCalls calls, String method, String path, String body)
            throws IOException {
        String key = Files.readString(plan.folder().resolve("admin.key")).strip();
        Headers headers =
                Headers.NONE
                        .with("Authorization", "Bearer " + key)
                        .with("Content-Type", "application/json");
        URI uri = URI.create("http://127.0.0.1:%d/admin%s".formatted(admin, path));
        return calls.send(new Request(method, uri, headers, body));
    }

    /** MiB of objects that live, after a collection that this asks for. */
    public Optional<Long> liveMemory() throws IOException, InterruptedException {
        command("GC.run");
        long kibibytes =
                command("GC.heap_info")
                        .lines()
                        .filter(line -> !line.contains("etaspace") && !line.contains("class space"))
                        .mapToLong(Backend::used)
                        .sum();
        return kibibytes == 0 ? Optional.empty() : Optional.of(kibibytes / 1024);
    }

    private static long used(String line) {
        var found = USED.matcher(line);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private String command(String name) throws IOException, InterruptedException {
        Path jcmd = Path.of(Town.java()).resolveSibling("jcmd");
        Process asked =
                new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), name)
                        .redirectErrorStream(true)
                        .start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return answer;
    }

    @Override
    public void close() {
        process.close();
    }
}
