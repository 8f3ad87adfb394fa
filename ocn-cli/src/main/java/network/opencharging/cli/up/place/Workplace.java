package network.opencharging.cli.up.place;

import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of one running network. The lock goes with the process, however it ends, so a second
 * network in the same folder is noticed and a dead one never stands in the way.
 */
public final class Workplace implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String RUNNING = "running";
    private static final String PROCESSES = "processes";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private Workplace(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder and empties it; processes that an earlier network left behind are ended.
     *
     * @param words what a second network is told about this one
     * @throws Failure when a network runs in this folder
     */
    public static Workplace take(Path folder, String words) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<FileLock> lock = tryLock(channel);
        if (lock.isEmpty()) {
            channel.close();
            throw Failure.environment(
                    "another 'ocn up' runs here (%s): end it with Ctrl-C, or run a second network beside it with --dir and --port-base."
                            .formatted(runningWords(folder)));
        }
        endLeftovers(folder.resolve(PROCESSES));
        empty(folder);
        Files.writeString(folder.resolve(RUNNING), words);
        return new Workplace(folder, channel, lock.get());
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            // Held by this very process: as taken as by another one.
            return Optional.empty();
        }
    }

    private static String runningWords(Path folder) throws IOException {
        Path file = folder.resolve(RUNNING);
        return Files.exists(file) ? Files.readString(file).strip() : "folder " + folder;
    }

    private static void endLeftovers(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        for (String line : Files.readAllLines(file)) {
            Leftover.parse(line).ifPresent(Leftover::end);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path file : files) {
                if (!file.equals(folder) && !file.equals(folder.resolve(LOCK))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** Notes a process, so that it can be ended should this one be killed before it. */
    public synchronized void note(long pid) throws IOException {
        Optional<String> line = ProcessHandle.of(pid).flatMap(Leftover::of).map(Leftover::line);
        if (line.isPresent()) {
            Files.writeString(
                    folder.resolve(PROCESSES),
                    line.get() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    /** Gives the folder free; the files stay, for whoever wants to read the logs. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve(PROCESSES));
        Files.deleteIfExists(folder.resolve(RUNNING));
        lock.release();
        channel.close();
    }
}
