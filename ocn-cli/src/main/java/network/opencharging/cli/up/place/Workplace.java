package network.opencharging.cli.up.place;

import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /** Where other programs read how to reach the registry of the running network. */
    public static final String NETWORK = "network.json";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;
    private final Thread atExit;

    private Workplace(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
        this.atExit = Thread.ofPlatform().unstarted(this::unpublish);
    }

    /**
     * Takes the folder and empties it; processes that an earlier network left behind are ended.
     *
     * @param words what a second network is told about this one
     * @throws Failure when a network runs in this folder, it holds something else, or cannot be
     *     written
     */
    public static Workplace take(Path folder, String words) {
        try {
            return taken(folder, words);
        } catch (IOException e) {
            throw Failure.environment(
                    "the folder %s cannot be used (%s): make it writable, or choose another with --dir."
                            .formatted(folder, reason(e)));
        }
    }

    /** Half of what the file system throws has the file's name for its whole message. */
    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "no permission";
            case FileAlreadyExistsException _ -> "it is a file";
            case FileSystemException known -> String.valueOf(known.getReason());
            default -> String.valueOf(e.getMessage());
        };
    }

    private static Workplace taken(Path folder, String words) throws IOException {
        Files.createDirectories(folder);
        refuseForeign(folder);
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
        Workplace workplace = new Workplace(folder, channel, lock.get());
        Runtime.getRuntime().addShutdownHook(workplace.atExit);
        return workplace;
    }

    /** The folder is emptied: what somebody else has put there must not be lost. */
    private static void refuseForeign(Path folder) throws IOException {
        if (Files.exists(folder.resolve(LOCK))) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw Failure.usage(
                        "the folder %s holds files that are not of 'ocn up', which would empty it: choose an empty one with --dir."
                                .formatted(folder));
            }
        }
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

    /**
     * Tells other programs where the registry is, all at once: a reader sees all of it or nothing.
     *
     * @param description JSON
     */
    public void publish(String description) throws IOException {
        Path half = Files.writeString(folder.resolve(NETWORK + ".half"), description + "\n");
        Files.move(
                half,
                folder.resolve(NETWORK),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Nobody is to look for the network any more; Ctrl-C comes here without {@link #close}. */
    private void unpublish() {
        try {
            Files.deleteIfExists(folder.resolve(NETWORK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the folder free; the files stay, for whoever wants to read the logs. */
    @Override
    public void close() throws IOException {
        unpublish();
        Files.deleteIfExists(folder.resolve(PROCESSES));
        Files.deleteIfExists(folder.resolve(RUNNING));
        lock.release();
        channel.close();
        if (atExit.getState() == Thread.State.NEW) {
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }
}
