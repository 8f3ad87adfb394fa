package network.opencharging.node.config;

import network.opencharging.node.operate.StartRefused;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** The folder in which the node keeps what must survive; secrets lie apart, for its user only. */
final class DataFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    private final Path folder;

    DataFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    Path secret(String name) {
        return folder.resolve("secrets").resolve(name);
    }

    /** Makes the folders. */
    void prepare() {
        try {
            Files.createDirectories(folder);
            Path secrets = folder.resolve("secrets");
            if (!Files.isDirectory(secrets)) {
                Files.createDirectory(secrets, only("rwx------"));
            }
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder %s cannot be used (%s): set OCN_NODE_DATA to one that the node may write to."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    /** The text of a secret of this folder; made at the first start. */
    String secret(String name, Supplier<String> fresh) {
        Path file = secret(name);
        try {
            Files.createFile(file, only("rw-------"));
            Files.writeString(file, fresh.get() + "\n", StandardCharsets.US_ASCII);
            LOG.info("{} was made: keep it, and keep it secret", file);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("{} is there", file, e);
        } catch (IOException e) {
            throw new StartRefused(
                    "The secret %s cannot be written: %s.".formatted(file, e.getMessage()), e);
        }
        return read(file);
    }

    /** The first line of a file that the operator named. */
    static String read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) {
                throw new StartRefused("The file " + file + " is empty.");
            }
            return text;
        } catch (IOException e) {
            throw new StartRefused(
                    "The file %s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private FileAttribute<?>[] only(String permissions) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
