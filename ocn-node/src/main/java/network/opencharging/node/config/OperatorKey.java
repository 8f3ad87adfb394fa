package network.opencharging.node.config;

import network.opencharging.node.operate.StartRefused;
import network.opencharging.protocol.key.PrivateKey;

import org.web3j.crypto.WalletUtils;
import org.web3j.crypto.exception.CipherException;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Finds the operator's key: a keystore file, a plain file, or one made at the first start. */
final class OperatorKey {
    private OperatorKey() {}

    static PrivateKey load(KeySettings settings, DataFolder folder, SecureRandom random) {
        if (settings.file().isBlank()) {
            return plain(
                    folder.secret("operator.key", () -> fresh(random)),
                    folder.secret("operator.key"));
        }
        Path file = Path.of(settings.file());
        String text = DataFolder.read(file);
        return text.startsWith("{") ? keystore(file, settings) : plain(text, file);
    }

    private static String fresh(SecureRandom random) {
        byte[] bytes = new byte[32];
        do {
            random.nextBytes(bytes);
        } while (PrivateKey.of(bytes).isEmpty());
        return HexFormat.of().formatHex(bytes);
    }

    private static PrivateKey plain(String text, Path file) {
        return PrivateKey.parse(text)
                .orElseThrow(() ->
                        new StartRefused(
                                "The key file %s must be a Web3 keystore or hold 64 hexadecimal digits."
                                        .formatted(file)));
    }

    private static PrivateKey keystore(Path file, KeySettings settings) {
        String password =
                settings.passwordFile().isBlank()
                        ? settings.password()
                        : DataFolder.read(Path.of(settings.passwordFile()));
        try {
            String hex =
                    WalletUtils.loadCredentials(password, file.toFile())
                            .getEcKeyPair()
                            .getPrivateKey()
                            .toString(16)
                            .toLowerCase(Locale.ROOT);
            return PrivateKey.parse("0".repeat(64 - hex.length()) + hex).orElseThrow();
        } catch (CipherException e) {
            throw new StartRefused(
                    "The keystore %s does not open with the password in ocn.key.password-file or OCN_NODE_KEY_PASSWORD."
                            .formatted(file),
                    e);
        } catch (IOException e) {
            throw new StartRefused(
                    "The keystore %s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }
}
