package network.opencharging.benchmarks.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that is measured, with its children; it ends with this one. */
public final class Running implements AutoCloseable {
    private static final double TICKS_PER_SECOND = 100;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration IDLE_FOR = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Process process;
    private final Path log;
    private final Thread atExit;

    private Running(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.atExit = Thread.ofPlatform().unstarted(process::destroyForcibly);
    }

    /** Starts a command; what it says goes to the file. */
    public static Running start(List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Running running = new Running(builder.start(), log);
        Runtime.getRuntime().addShutdownHook(running.atExit);
        return running;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** The first line of its log that begins so, without that beginning; waits for it. */
    public String line(String beginning) throws IOException, InterruptedException {
        while (true) {
            for (String line : Files.readAllLines(log)) {
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length());
                }
            }
            requireAlive(LOOK);
        }
    }

    /** Waits until its log says this. */
    void awaitWord(String word) throws IOException, InterruptedException {
        while (!Files.readString(log).contains(word)) {
            requireAlive(LOOK);
        }
    }

    /**
     * Looks for so long whether it ends.
     *
     * @throws IOException when it does, with what it has said
     */
    void requireAlive(Duration look) throws IOException, InterruptedException {
        if (process.waitFor(look.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("ended at once: " + Files.readString(log));
        }
    }

    /**
     * Seconds of processor time so far, with its children.
     *
     * @throws IOException where there is no /proc
     */
    public double processorSeconds() throws IOException {
        double seconds = 0;
        for (long pid : family()) {
            seconds += processorSeconds(pid);
        }
        return seconds;
    }

    /**
     * Waits until it works on nothing that it was told before: it needs a twentieth of a processor
     * at most.
     *
     * @throws IOException when that does not happen in time
     */
    void awaitIdle(Duration patience) throws IOException, InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        double before = processorSeconds();
        while (System.nanoTime() < until) {
            requireAlive(IDLE_FOR);
            double now = processorSeconds();
            if (now - before <= IDLE_FOR.toSeconds() / 20.0) {
                return;
            }
            before = now;
        }
        throw new IOException("is still at work after " + patience);
    }

    /** Seconds of processor time of one process so far. */
    public static double processorSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** The most memory it has had, in MiB, with its children. */
    public long peakMemory() throws IOException {
        return memory("VmHWM:");
    }

    /** The memory that it has now, in MiB, with its children. */
    public long memory() throws IOException {
        return memory("VmRSS:");
    }

    private long memory(String which) throws IOException {
        long kibibytes = 0;
        for (long pid : family()) {
            try (Stream<String> lines =
                    Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
                kibibytes +=
                        lines.filter(line -> line.startsWith(which))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                .sum();
            }
        }
        return kibibytes / 1024;
    }

    private List<Long> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Ends it at once and without asking, as a crash would; returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

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
    }
}
