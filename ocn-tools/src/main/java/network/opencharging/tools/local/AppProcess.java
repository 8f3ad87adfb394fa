package network.opencharging.tools.local;

import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program of this project as a process of its own. It ends with this process, whatever happens.
 */
public final class AppProcess implements AutoCloseable {
    /** Exit codes of a Java program that has ended on SIGINT or SIGTERM. */
    private static final Set<Integer> ASKED = Set.of(130, 143);

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final int LAST_LINES = 30;

    private final Launch launch;
    private final Process process;
    private final Thread atExit;

    /**
     * How a program is started.
     *
     * @param name what people call the process
     * @param command word by word
     * @param folder where it works; it must be there
     * @param log where what it says is added
     * @param environment beyond that of this process
     */
    record Launch(
            String name,
            List<String> command,
            Path folder,
            Path log,
            Map<String, String> environment) {
        /** Copies. */
        Launch {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }

    private AppProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
        this.atExit = Thread.ofPlatform().unstarted(this::end);
    }

    static AppProcess start(Launch launch) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(launch.command())
                        .directory(launch.folder().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        AppProcess app = new AppProcess(launch, process);
        Runtime.getRuntime().addShutdownHook(app.atExit);
        return app;
    }

    /** A look at what the program does. */
    public interface Look {
        /** Whether it is as wanted. */
        boolean isSo() throws IOException;
    }

    /**
     * Looks again and again.
     *
     * @param otherwise what is to be said of the program when it never is as wanted
     * @throws Failure when it ends or takes too long, with the end of its log
     */
    public void await(String otherwise, Look look, Duration patience) throws InterruptedException {
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

    /** A program that does not listen yet is one that is not yet as wanted. */
    private static boolean isSo(Look look) {
        try {
            return look.isSo();
        } catch (IOException notYet) {
            return false;
        }
    }

    private Failure trouble(String what) {
        return Failure.environment(
                "%s %s; the end of its log %s:%n%s"
                        .formatted(name(), what, launch.log(), lastLines()));
    }

    /** What people call it. */
    public String name() {
        return launch.name();
    }

    /** Where its log is. */
    public Path log() {
        return launch.log();
    }

    /** The command with which it runs. */
    String commandLine() {
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
     * Whether it was asked to end, by its terminal or together with this process; a program that
     * has ended otherwise has ended by itself.
     */
    public boolean wasAskedToEnd() {
        return isShuttingDown() || (!process.isAlive() && ASKED.contains(process.exitValue()));
    }

    /** Completes with this process once it has ended, whoever ended it. */
    public CompletableFuture<AppProcess> ended() {
        return process.onExit().thenApply(gone -> this);
    }

    /** The end of its log. */
    public String lastLines() {
        if (!Files.exists(launch.log())) {
            return "(it has written nothing)";
        }
        try {
            List<String> lines = Files.readAllLines(launch.log());
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it at once, as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it; what it is at is finished first. */
    @Override
    public void close() {
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
