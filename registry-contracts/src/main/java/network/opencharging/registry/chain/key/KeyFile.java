package network.opencharging.registry.chain.key;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.key.Signer;

import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.WalletUtils;
import org.web3j.crypto.exception.CipherException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Reads keys from files. */
public final class KeyFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** 64 MiB of memory and a good part of a second for every guess. */
    private static final int SCRYPT_N = 1 << 16;

    private KeyFile() {}

    /**
     * Encrypts a key into a new keystore file that only its owner may read.
     *
     * @param file where; it must not exist
     * @param secret the 32 bytes of a key
     * @throws IOException when the file exists or cannot be written
     */
    public static void write(Path file, byte[] secret, String password) throws IOException {
        try {
            ECKeyPair pair = ECKeyPair.create(secret);
            String text =
                    MAPPER.writeValueAsString(
                            org.web3j.crypto.Wallet.create(password, pair, SCRYPT_N, 1));
            createForOwner(file);
            Files.writeString(file, text + "\n");
        } catch (CipherException e) {
            throw new IOException("key file " + file + " cannot be encrypted", e);
        }
    }

    private static void createForOwner(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /**
     * Whose key a keystore file holds, which it tells without a password; empty when it does not.
     */
    public static Optional<Address> owner(Path file) throws IOException {
        try {
            String digits = MAPPER.readTree(Files.readString(file)).path("address").asString("");
            return Address.parse(digits.startsWith("0x") ? digits : "0x" + digits);
        } catch (JacksonException e) {
            // Some other file.
            return Optional.empty();
        }
    }

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
