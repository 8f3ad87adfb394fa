package network.opencharging.acceptance.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code ./ocn} in a pseudo-terminal, with somebody who types: passwords are asked for, colours are
 * shown, and Ctrl-C comes as the terminal sends it. The terminal is that of {@code script}, which
 * every Debian has (package bsdutils).
 */
public final class Terminal implements AutoCloseable {
    private static final char CTRL_C = 3;

    private final Process process;
    private final OutputStream keyboard;
    private final Path screen;

    private Terminal(Process process, Path screen) {
        this.process = process;
        this.keyboard = process.getOutputStream();
        this.screen = screen;
    }

    /** Types a command. */
    public static Terminal start(Map<String, String> environment, String... arguments)
            throws IOException {
        String command =
                Stream.concat(
                                Stream.of(Project.root().resolve("ocn").toString()),
                                Stream.of(arguments))
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" ", "exec ", ""));
        Path script =
                Shell.find("script")
                        .orElseThrow(() ->
                                new IOException(
                                        "A pseudo-terminal needs the program script: package"
                                                + " bsdutils of Debian, util-linux of others."));
        Path screen = Files.createTempFile("ocn-screen", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(
                                List.of(
                                        script.toString(),
                                        "--quiet",
                                        "--return",
                                        "--flush",
                                        "--command",
                                        command,
                                        "/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(screen.toFile());
        builder.environment().put("OCN_BUILD", "never");
        builder.environment().put("TERM", "xterm");
        builder.environment().put("SHELL", "/bin/sh");
        builder.environment().remove("NO_COLOR");
        builder.environment().putAll(environment);
        return new Terminal(builder.start(), screen);
    }

    /** Types a line. */
    public void type(String line) throws IOException {
        keyboard.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** Presses a key. */
    public void press(char key) throws IOException {
        keyboard.write(key);
        keyboard.flush();
    }

    /** Presses Ctrl-C. */
    public void interrupt() throws IOException {
        press(CTRL_C);
    }

    /** Waits until this is on the screen. */
    public void awaitScreen(String text) {
        await("'" + text + "' on the screen")
                .atMost(Network.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .failFast(() -> {
                    boolean ended = !process.isAlive() && !screen().contains(text);
                    assertThat(ended).as("ended without '%s':%n%s", text, screen()).isFalse();
                })
                .until(() -> screen().contains(text));
    }

    /** Waits until the command has ended, and gives its exit code. */
    public int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(Network.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("has ended; on the screen:%n%s", screen())
                .isTrue();
        return process.exitValue();
    }

    /** Everything that was shown so far, colours included. */
    public String screen() {
        try {
            return Files.readString(screen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
