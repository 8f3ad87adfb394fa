package network.opencharging.registry.chain.key;

import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.key.Signer;

import org.web3j.crypto.WalletUtils;
import org.web3j.crypto.exception.CipherException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads keys from files. */
public final class KeyFile {
    private KeyFile() {}

    /**
     * A Web3 keystore file (version 3), encrypted with a password.
     *
     * @throws IOException when the file cannot be read or the password does not open it
     */
    public static Signer keystore(Path file, String password) throws IOException {
        try {
            String hex =
                    WalletUtils.loadCredentials(password, file.toFile())
                            .getEcKeyPair()
                            .getPrivateKey()
                            .toString(16);
            return PrivateKey.parse("0".repeat(64 - hex.length()) + hex).orElseThrow();
        } catch (CipherException e) {
            throw new IOException("key file " + file + " does not open with this password", e);
        } catch (RuntimeException e) {
            throw new IOException("key file " + file + " is no Web3 keystore file", e);
        }
    }

    /**
     * A file with a bare key in hexadecimal, for development only: who reads the file has the key.
     *
     * @throws IOException when the file cannot be read or holds no key
     */
    public static Signer hex(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        return PrivateKey.parse(text)
                .orElseThrow(() ->
                        new IOException("key file " + file + " must hold 64 hexadecimal digits"));
    }
}
