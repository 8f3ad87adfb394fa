package network.opencharging.tools.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a command is given to read: files, and standard input where the name is {@code -}.
 *
 * @param standard standard input
 */
public record Input(InputStream standard) {
    /** More than any message has: what is larger was not meant. */
    public static final int MOST = 16 << 20;

    private static final Path STANDARD = Path.of("-");

    /** This process's standard input. */
    public static Input ofProcess() {
        return new Input(System.in);
    }

    /**
     * The content.
     *
     * @param option by which the person named the file
     * @throws Failure when it cannot be read or is larger than {@link #MOST}
     */
    public byte[] bytes(Path file, String option) {
        try (InputStream in = file.equals(STANDARD) ? standard : Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw Failure.usage("%s is larger than %d bytes: %s".formatted(option, MOST, file));
            }
            return bytes;
        } catch (IOException e) {
            throw Failure.usage("%s cannot be read: %s".formatted(option, file));
        }
    }

    /** The content as UTF-8 text without blanks around it. */
    public String text(Path file, String option) {
        return new String(bytes(file, option), StandardCharsets.UTF_8).strip();
    }
}
