package network.opencharging.bridge.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The folder in which a bridge keeps what must survive; secrets are for its user only. */
final class Folder {
    private final Path folder;
    private final SecureRandom random;

    Folder(Path folder, SecureRandom random) {
        this.folder = folder.toAbsolutePath().normalize();
        this.random = random;
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /**
     * Makes it, when it is not there.
     *
     * @throws UnusableSetting when it cannot be made, or nothing be written to it
     */
    void make() {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "writable", ""));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private UnusableSetting unusable(IOException e) {
        return new UnusableSetting(
                "The folder %s (ocn.bridge.data.folder, OCN_BRIDGE_DATA) must be one that can be written to"
                        .formatted(folder),
                e);
    }

    /** 64 hexadecimal digits, made at the first start. */
    String secret(String name) {
        Path file = folder.resolve(name);
        try {
            // An empty one is of a start that was killed, and would be a key that everybody has.
            if (!Files.exists(file) || Files.size(file) == 0) {
                Files.createDirectories(folder);
                byte[] fresh = new byte[32];
                random.nextBytes(fresh);
                Path written =
                        Files.createTempFile(
                                folder,
                                name,
                                "",
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")));
                Files.writeString(written, HexFormat.of().formatHex(fresh) + "\n");
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return text(file);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * The bytes of a secret that was made here.
     *
     * @throws UnusableSetting when somebody has changed the file
     */
    byte[] bytes(String name) {
        String text = secret(name);
        if (!text.matches("[0-9a-fA-F]{64}")) {
            throw new UnusableSetting(
                    ("The file %s must hold 64 hexadecimal digits: put back the one that was made"
                                    + " with this database, without which it cannot be read")
                            .formatted(resolve(name)));
        }
        return HexFormat.of().parseHex(text);
    }

    /**
     * The text of a file that a setting names.
     *
     * @throws UnusableSetting when there is none
     */
    static String text(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) {
                throw new UnusableSetting(
                        "The file %s, which a setting names, is empty".formatted(file));
            }
            return text;
        } catch (IOException e) {
            throw new UnusableSetting(
                    "The file %s, which a setting names, cannot be read".formatted(file), e);
        }
    }
}
