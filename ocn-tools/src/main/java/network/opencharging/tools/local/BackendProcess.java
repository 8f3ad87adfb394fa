package network.opencharging.tools.local;

import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/**
 * A charge point operator's backend as a process of its own, at a node. It ends with this process.
 */
public final class BackendProcess implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final BackendPlan plan;
    private final AppProcess app;
    private final HttpCalls calls;

    private BackendProcess(BackendPlan plan, AppProcess app) {
        this.plan = plan;
        this.app = app;
        this.calls = HttpCalls.within(ANSWER);
    }

    /**
     * Starts the backend; {@link #awaitJoined} tells when partners reach it.
     *
     * @param invitation of its node's operator
     * @throws Failure when the program or the folder cannot be used
     */
    public static BackendProcess start(BackendPlan plan, NodeAdmin.Invitation invitation) {
        try {
            return new BackendProcess(plan, started(plan, invitation));
        } catch (IOException e) {
            throw Failure.environment(
                    "the backend of %s cannot be started in %s: %s."
                            .formatted(
                                    plan.member().identity().party(),
                                    plan.folder(),
                                    e.getMessage()));
        }
    }

    private static AppProcess started(BackendPlan plan, NodeAdmin.Invitation invitation)
            throws IOException {
        Files.createDirectories(plan.folder());
        plan.member().key().writeTo(plan.keyFile());
        invitation.writeTo(plan.invitationFile());
        return AppProcess.start(
                new AppProcess.Launch(
                        "the backend of " + plan.member().identity().party(),
                        plan.program().command(),
                        plan.folder(),
                        plan.log(),
                        plan.environment()));
    }

    /**
     * Waits until it is registered at its node, as it says itself, and answers its operator.
     *
     * @throws Failure when it ends or takes too long, with the end of its log
     */
    public void awaitJoined(Duration patience) throws InterruptedException {
        app.await(
                "is not registered at its node",
                () ->
                        Files.readString(plan.log()).contains("Registered with")
                                && admin().get("locations").isArray(),
                patience);
    }

    /**
     * The operator's way in, with the key that the backend has written at its first start.
     *
     * @throws IOException when the key cannot be read
     */
    public BackendAdmin admin() throws IOException {
        return new BackendAdmin(
                plan.page(), Files.readString(plan.operatorKeyFile()).strip(), calls);
    }

    /** How it was started. */
    public BackendPlan plan() {
        return plan;
    }

    /** Its process. */
    public AppProcess app() {
        return app;
    }

    @Override
    public void close() {
        calls.close();
        app.close();
    }
}
