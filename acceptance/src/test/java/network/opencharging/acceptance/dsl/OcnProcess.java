package network.opencharging.acceptance.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command line as a person starts it: the launcher at the root, in a process of its own. */
public final class OcnProcess implements AutoCloseable {
    private final Process process;
    private final Path output;

    private OcnProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts {@code ./ocn}; it builds nothing, for everything is built when these tests run. */
    public static OcnProcess start(Map<String, String> environment, String... arguments)
            throws IOException {
        return start(
                Project.root(),
                environment,
                Stream.concat(
                                Stream.of(Project.root().resolve("ocn").toString()),
                                Stream.of(arguments))
                        .toList());
    }

    /** Starts any program in that folder, for a command that a page of the docs tells. */
    public static OcnProcess start(
            Path folder, Map<String, String> environment, List<String> command) throws IOException {
        Path output = Files.createTempFile("ocn-output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("OCN_BUILD", "never");
        builder.environment().putAll(environment);
        return new OcnProcess(builder.start(), output);
    }

    /** Waits until it has printed this. */
    public void awaitOutput(String text) {
        await("output '" + text + "'")
                .atMost(Network.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .failFast(() -> {
                    boolean ended = !process.isAlive() && !output().contains(text);
                    assertThat(ended).as("ended without '%s':%n%s", text, output()).isFalse();
                })
                .until(() -> output().contains(text));
    }

    /** Waits until it has ended, and gives its exit code. */
    public int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(Network.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("has ended; it said:%n%s", output())
                .isTrue();
        return process.exitValue();
    }

    /** Everything it has printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends it a signal, as a terminal or a service manager does.
     *
     * @param name INT or TERM
     */
    public void signal(String name) throws IOException, InterruptedException {
        List<String> kill = List.of("/bin/sh", "-c", "kill -" + name + " " + process.pid());
        assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
    }

    /** Every process that it has started and that still runs. */
    public List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** Ends it and whatever it has started. */
    @Override
    public void close() {
        List<ProcessHandle> children = children();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
