package network.opencharging.registry.directory.memory;

import network.opencharging.protocol.key.Signer;
import network.opencharging.registry.directory.Snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;

/** Writes directory files and signs them as the network's authority. */
public final class DirectoryFileWriter {
    private final Path file;
    private final String network;
    private final Signer authority;
    private final Clock clock;

    /**
     * A writer for one network.
     *
     * @param file the file; its signature stands beside it, with {@code .sig} at the end of the
     *     name
     * @param network the name of the network, for people
     * @param authority whose signature the readers expect
     * @param clock says when a file was issued
     */
    public DirectoryFileWriter(Path file, String network, Signer authority, Clock clock) {
        this.file = file;
        this.network = network;
        this.authority = authority;
        this.clock = clock;
    }

    /**
     * Issues these entries. The sequence number follows that of the file that is there.
     *
     * @return what was written
     */
    public DirectoryFile write(Snapshot snapshot) throws IOException {
        DirectoryFile issue =
                new DirectoryFile(network, lastSequence() + 1, clock.instant(), snapshot);
        byte[] bytes = FileText.write(issue);
        String signature = FileSignature.make(bytes, authority) + "\n";
        replace(signaturePath(file), signature.getBytes(StandardCharsets.US_ASCII));
        replace(file, bytes);
        return issue;
    }

    private long lastSequence() throws IOException {
        return Files.exists(file) ? FileText.read(Files.readAllBytes(file)).sequence() : 0;
    }

    static Path signaturePath(Path file) {
        return file.resolveSibling(file.getFileName() + ".sig");
    }

    private static void replace(Path target, byte[] content) throws IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Files.write(fresh, content);
        Files.move(
                fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
