package network.opencharging.registry.chain.key;

import org.web3j.crypto.Credentials;
import org.web3j.crypto.WalletUtils;
import org.web3j.crypto.exception.CipherException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads keys from files. */
public final class KeyFile {
    private static final Pattern KEY = Pattern.compile("(0x)?[0-9a-fA-F]{64}");

    private KeyFile() {}

    /**
     * A Web3 keystore file (version 3), encrypted with a password.
     *
     * @throws IOException when the file cannot be read or the password does not open it
     */
    public static Signer keystore(Path file, String password) throws IOException {
        try {
            return new LocalSigner(WalletUtils.loadCredentials(password, file.toFile()));
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
        if (!KEY.matcher(text).matches() || !WalletUtils.isValidPrivateKey(text)) {
            throw new IOException("key file " + file + " must hold 64 hexadecimal digits");
        }
        return new LocalSigner(Credentials.create(text));
    }
}
