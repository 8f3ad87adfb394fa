package network.opencharging.tools.secret;

import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Input;

import java.nio.file.Path;

/** A file with a private key. */
public final class KeyFile {
    private KeyFile() {}

    /**
     * The key in the file.
     *
     * @throws Failure when it is not 64 hexadecimal digits; the message does not show what it is
     */
    public static PrivateKey read(Path file, Input input) {
        return PrivateKey.parse(input.text(file, "--key-file"))
                .orElseThrow(() -> Failure.usage(file + " must hold 64 hexadecimal digits."));
    }
}
