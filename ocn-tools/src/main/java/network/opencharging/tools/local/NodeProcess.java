package network.opencharging.tools.local;

import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A node as a process of its own. It ends with this process, whatever happens. */
public final class NodeProcess implements AutoCloseable {
    /** Exit codes of a Java program that has ended on SIGINT or SIGTERM. */
    private static final Set<Integer> ASKED = Set.of(130, 143);

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int LAST_LINES = 30;

    private final NodePlan plan;
    private final Process process;
    private final HttpCalls calls;
    private final Thread atExit;

    private NodeProcess(NodePlan plan, Process process) {
        this.plan = plan;
        this.process = process;
        this.calls = HttpCalls.within(ANSWER);
        this.atExit = Thread.ofPlatform().unstarted(this::end);
    }

    /**
     * Starts the node; {@link #awaitReady} tells when it can work.
     *
     * @throws Failure when the program or the folder cannot be used
     */
    public static NodeProcess start(NodePlan plan) {
        try {
            return started(plan);
        } catch (IOException e) {
            throw Failure.environment(
                    "node %s cannot be started in %s: %s."
                            .formatted(plan.name(), plan.folder(), e.getMessage()));
        }
    }

    private static NodeProcess started(NodePlan plan) throws IOException {
        Files.createDirectories(plan.folder());
        if (plan.key().isPresent()) {
            plan.key().get().writeTo(plan.keyFile());
        }
        ProcessBuilder builder =
                new ProcessBuilder(plan.program().command())
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
     * @throws Failure when it ends or takes too long, with the end of its log
     */
    public void awaitReady(Duration patience) throws InterruptedException {
        await("is not ready", health()::isReady, patience);
    }

    /** A look at the node. */
    interface Look {
        /** Whether it is as wanted. */
        boolean isSo() throws IOException;
    }

    /**
     * Looks again and again.
     *
     * @param otherwise what is to be said of the node when it never is as wanted
     * @throws Failure when the node ends or takes too long, with the end of its log
     */
    void await(String otherwise, Look look, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!isSo(look)) {
            if (System.nanoTime() > until) {
                throw trouble("%s after %d s".formatted(otherwise, patience.toSeconds()));
            }
            if (process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                throw trouble("has ended with exit code " + process.exitValue());
            }
        }
    }

    /** A node that does not listen yet is one that is not yet as wanted. */
    private static boolean isSo(Look look) {
        try {
            return look.isSo();
        } catch (IOException notYet) {
            return false;
        }
    }

    private Failure trouble(String what) {
        return Failure.environment(
                "node %s %s; the end of its log %s:%n%s"
                        .formatted(plan.name(), what, plan.log(), lastLines()));
    }

    /** What it says about itself. */
    public NodeHealth health() {
        return new NodeHealth(this, calls);
    }

    /**
     * The operator's way in, with the key that the node has written at its first start.
     *
     * @throws IOException when the key cannot be read
     */
    public NodeAdmin admin() throws IOException {
        return new NodeAdmin(plan.url(), Files.readString(plan.adminKeyFile()).strip(), calls);
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

    /**
     * Whether it was asked to end, by its terminal or together with this process; a node that has
     * ended otherwise has ended by itself.
     */
    public boolean wasAskedToEnd() {
        return isShuttingDown() || (!process.isAlive() && ASKED.contains(process.exitValue()));
    }

    /** Completes with this node once it has ended, whoever ended it. */
    public CompletableFuture<NodeProcess> ended() {
        return process.onExit().thenApply(gone -> this);
    }

    /** The end of its log. */
    public String lastLines() {
        if (!Files.exists(plan.log())) {
            return "(it has written nothing)";
        }
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
        calls.close();
        end();
        if (!isShuttingDown()) {
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean isShuttingDown() {
        return atExit.getState() != Thread.State.NEW;
    }
}
