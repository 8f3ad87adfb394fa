package network.opencharging.cli.key;

import network.opencharging.cli.connect.Passwords;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.registry.chain.key.Mnemonic;
import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** A secret that is taken over: digits or words. */
final class Secrets {
    private Secrets() {}

    static byte[] read(Optional<Path> from) throws IOException {
        String text = text(from).strip();
        if (PrivateKey.parse(text).isPresent()) {
            return HexFormat.of().parseHex(text, text.length() - 64, text.length());
        }
        return Mnemonic.secret(text)
                .orElseThrow(() ->
                        Failure.usage(
                                "What was given is neither a key of 64 hexadecimal digits nor the"
                                        + " words of a wallet."));
    }

    private static String text(Optional<Path> from) throws IOException {
        if (from.isPresent()) {
            try {
                return Files.readString(from.get());
            } catch (NoSuchFileException e) {
                throw Failure.usage("There is no file " + from.get() + ".");
            }
        }
        return Optional.ofNullable(System.getenv("OCN_PRIVATE_KEY"))
                .or(() -> Passwords.asked("Key (digits or words): "))
                .orElseThrow(() ->
                        Failure.usage(
                                "The key is missing: give --from FILE, or set OCN_PRIVATE_KEY."));
    }
}
