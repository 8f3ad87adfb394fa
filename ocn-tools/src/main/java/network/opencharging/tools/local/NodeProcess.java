package network.opencharging.tools.local;

import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A node as a process of its own. It ends with this process, whatever happens. */
public final class NodeProcess implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final NodePlan plan;
    private final AppProcess app;
    private final HttpCalls calls;

    private NodeProcess(NodePlan plan, AppProcess app) {
        this.plan = plan;
        this.app = app;
        this.calls = HttpCalls.within(ANSWER);
    }

    /**
     * Starts the node; {@link #awaitReady} tells when it can work.
     *
     * @throws Failure when the program or the folder cannot be used
     */
    public static NodeProcess start(NodePlan plan) {
        try {
            return new NodeProcess(plan, started(plan));
        } catch (IOException e) {
            throw Failure.environment(
                    "node %s cannot be started in %s: %s."
                            .formatted(plan.name(), plan.folder(), e.getMessage()));
        }
    }

    private static AppProcess started(NodePlan plan) throws IOException {
        Files.createDirectories(plan.folder());
        if (plan.key().isPresent()) {
            plan.key().get().writeTo(plan.keyFile());
        }
        return AppProcess.start(
                new AppProcess.Launch(
                        "node " + plan.name(),
                        plan.program().command(),
                        plan.folder(),
                        plan.log(),
                        plan.environment()));
    }

    /**
     * Waits until the node says that it is ready.
     *
     * @throws Failure when it ends or takes too long, with the end of its log
     */
    public void awaitReady(Duration patience) throws InterruptedException {
        app.await("is not ready", health()::isReady, patience);
    }

    /** What it says about itself. */
    public NodeHealth health() {
        return new NodeHealth(app, plan, calls);
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

    /** Its process. */
    public AppProcess app() {
        return app;
    }

    /** The command with which it runs. */
    public String commandLine() {
        return app.commandLine();
    }

    /** Its process id. */
    public long pid() {
        return app.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return app.isAlive();
    }

    /**
     * Whether it was asked to end, by its terminal or together with this process; a node that has
     * ended otherwise has ended by itself.
     */
    public boolean wasAskedToEnd() {
        return app.wasAskedToEnd();
    }

    /** Completes with this node once it has ended, whoever ended it. */
    public CompletableFuture<NodeProcess> ended() {
        return app.ended().thenApply(gone -> this);
    }

    /** The end of its log. */
    public String lastLines() {
        return app.lastLines();
    }

    /** Ends it at once, as a power cut would. */
    public void kill() throws InterruptedException {
        app.kill();
    }

    /** Ends it; what it is passing on is finished first. */
    @Override
    public void close() {
        calls.close();
        app.close();
    }
}
