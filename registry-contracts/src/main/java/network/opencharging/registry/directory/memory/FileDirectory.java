package network.opencharging.registry.directory.memory;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;
import network.opencharging.registry.directory.Refresh;
import network.opencharging.registry.directory.Snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The directory of a network without a chain: read from a file that the network's authority has
 * signed, and read again when it changes. A file that is missing, unreadable, badly signed or older
 * than the one before changes nothing but the {@link #freshness()}: the last good one stays.
 */
public final class FileDirectory implements Directory, AutoCloseable {

    /** A signed directory of a few thousand parties has about one megabyte. */
    private static final long LARGEST = 64L * 1024 * 1024;

    private final Path file;
    private final Address authority;
    private final Clock clock;
    private volatile State state;
    private Optional<Refresh> refresh = Optional.empty();

    private record State(
            Snapshot snapshot,
            long sequence,
            ByteBuffer content,
            Optional<Instant> at,
            Optional<String> trouble) {
        State troubled(String sentence) {
            return new State(snapshot, sequence, content, at, Optional.of(sentence));
        }
    }

    /**
     * A directory that has not read anything yet.
     *
     * @param file the signed file; its signature stands beside it, with {@code .sig} at the end of
     *     the name
     * @param authority whose signature is believed
     * @param clock says when the file was last found good
     */
    public FileDirectory(Path file, Address authority, Clock clock) {
        this.file = file;
        this.authority = authority;
        this.clock = clock;
        this.state =
                new State(
                        Snapshot.empty(),
                        0,
                        ByteBuffer.allocate(0),
                        Optional.empty(),
                        Optional.of(file + " was not read yet"));
    }

    /** Reads now, and again in this interval, until {@link #close()}. */
    public synchronized void start(Duration interval) {
        reload();
        close();
        refresh =
                Optional.of(Refresh.every("directory-file", interval, this::reload, this::broken));
    }

    private synchronized void broken(RuntimeException bug) {
        state = state.troubled(file + " could not be read: " + bug);
    }

    /** Reads the file now, if it changed. */
    public synchronized void reload() {
        try {
            state = next();
        } catch (NoSuchFileException e) {
            state = state.troubled(e.getFile() + " is missing");
        } catch (IOException e) {
            state = state.troubled(file + " cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            state = state.troubled(file + " is refused: " + e.getMessage());
        }
    }

    private State next() throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IllegalArgumentException("it is larger than " + LARGEST + " bytes");
        }
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer content = ByteBuffer.wrap(bytes);
        if (state.at().isPresent() && content.equals(state.content())) {
            return good(state.snapshot(), state.sequence(), content);
        }
        Path signature = DirectoryFileWriter.signaturePath(file);
        if (FileSignature.signer(bytes, Files.readString(signature, StandardCharsets.US_ASCII))
                .filter(authority::equals)
                .isEmpty()) {
            throw new IllegalArgumentException(
                    signature.getFileName() + " is no signature of " + authority + " for it");
        }
        DirectoryFile read = FileText.read(bytes);
        if (read.sequence() < state.sequence()) {
            throw new IllegalArgumentException(
                    "its sequence %d is older than %d, which was read before"
                            .formatted(read.sequence(), state.sequence()));
        }
        return good(read.snapshot(), read.sequence(), content);
    }

    private State good(Snapshot snapshot, long sequence, ByteBuffer content) {
        return new State(
                snapshot, sequence, content, Optional.of(clock.instant()), Optional.empty());
    }

    @Override
    public Snapshot snapshot() {
        return state.snapshot();
    }

    @Override
    public Freshness freshness() {
        State now = state;
        return new Freshness(
                "file " + file + " signed by " + authority,
                now.sequence(),
                now.at(),
                now.trouble());
    }

    /** Stops reading; what was read stays. */
    @Override
    public synchronized void close() {
        refresh.ifPresent(Refresh::close);
        refresh = Optional.empty();
    }
}
