package network.opencharging.cpo.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The folder in which the backend keeps what must survive; secrets are for its user only. */
final class DataFolder {
    private final Path folder;
    private final SecureRandom random;

    DataFolder(Path folder, SecureRandom random) {
        this.folder = folder.toAbsolutePath().normalize();
        this.random = random;
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** 64 hexadecimal digits, made at the first start. */
    String secret(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                byte[] fresh = new byte[32];
                random.nextBytes(fresh);
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(fresh) + "\n");
            }
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder %s (ocn.cpo.data.folder) cannot be used".formatted(folder), e);
        }
    }
}
