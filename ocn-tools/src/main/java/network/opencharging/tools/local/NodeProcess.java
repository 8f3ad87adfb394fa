package network.opencharging.tools.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A node as a process of its own. It ends with this process, whatever happens. */
public final class NodeProcess implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final int LAST_LINES = 30;

    private final NodePlan plan;
    private final Process process;
    private final Thread atExit;

    private NodeProcess(NodePlan plan, Process process) {
        this.plan = plan;
        this.process = process;
        this.atExit = Thread.ofPlatform().unstarted(process::destroyForcibly);
    }

    /**
     * Starts the node; {@link #awaitReady} tells when it can work.
     *
     * @throws IOException when the program cannot be started
     */
    public static NodeProcess start(NodePlan plan) throws IOException {
        Files.createDirectories(plan.folder());
        plan.key().writeTo(plan.keyFile());
        List<String> command = new ArrayList<>(List.of(plan.program().java().toString()));
        command.addAll(plan.jvmOptions());
        command.addAll(List.of("-jar", plan.program().jar().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(plan.folder().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
        Map<String, String> environment = new HashMap<>(plan.environment());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        NodeProcess node = new NodeProcess(plan, process);
        Runtime.getRuntime().addShutdownHook(node.atExit);
        return node;
    }

    /**
     * Waits until the node says that it is ready.
     *
     * @throws IOException when it ends or takes too long; the message holds the end of its log
     */
    public void awaitReady(Duration patience) throws IOException, InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            while (!isReady(http)) {
                if (!process.isAlive()) {
                    throw new IOException(
                            "node %s ended with %d:%n%s"
                                    .formatted(plan.name(), process.exitValue(), lastLines()));
                }
                if (System.nanoTime() > until) {
                    throw new IOException(
                            "node %s was not ready within %d s:%n%s"
                                    .formatted(plan.name(), patience.toSeconds(), lastLines()));
                }
                process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private boolean isReady(HttpClient http) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(plan.url() + "/health/ready"))
                        .timeout(Duration.ofSeconds(2))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** How it was started. */
    public NodePlan plan() {
        return plan;
    }

    /** The command with which it runs. */
    public String commandLine() {
        return process.info().commandLine().orElse("");
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with this node once it has ended, whoever ended it. */
    public CompletableFuture<NodeProcess> ended() {
        return process.onExit().thenApply(gone -> this);
    }

    /** The key to its admin API, which it has written at its first start. */
    public String adminKey() throws IOException {
        return Files.readString(plan.folder().resolve("secrets/admin.key")).strip();
    }

    /** The end of its log. */
    public String lastLines() {
        try {
            List<String> lines = Files.readAllLines(plan.log());
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it at once, as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it; what it is passing on is finished first. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        if (!isShuttingDown()) {
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    private boolean isShuttingDown() {
        return atExit.getState() != Thread.State.NEW;
    }
}
