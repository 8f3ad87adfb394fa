package network.opencharging.cli.connect;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.key.Signer;
import network.opencharging.registry.chain.key.KeyFile;
import network.opencharging.registry.chain.key.RemoteWallet;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Whose key signs. A private key is never taken from the arguments, where other people's process
 * lists and this person's shell history would show it.
 */
public final class KeyOptions {
    private static final String VARIABLE = "OCN_PRIVATE_KEY";

    @Option(
            names = {"-k", "--key"},
            paramLabel = "FILE|NAME",
            defaultValue = "${env:OCN_KEY:-}",
            description =
                    "The key that signs: an encrypted Web3 keystore file, a name given to  ocn key"
                        + " new,  or a file with 64 hexadecimal digits. Usual is OCN_KEY; without"
                        + " it the digits in OCN_PRIVATE_KEY count.")
    private String key = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "Where the keystore's password stands. Without it OCN_KEY_PASSWORD_FILE counts,"
                            + " then OCN_KEY_PASSWORD, then it is asked for.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--signer",
            paramLabel = "URL",
            description =
                    "A signing service that holds the key and speaks eth_accounts,"
                            + " eth_signTransaction, eth_signTypedData and eth_sign.")
    private Optional<URI> service = Optional.empty();

    @Option(
            names = "--account",
            paramLabel = "ADDRESS",
            description = "Which account of the signing service, where it holds several.")
    private Optional<Address> account = Optional.empty();

    /** What signs transactions and messages. */
    public Wallet wallet() throws IOException {
        if (service.isEmpty()) {
            return Wallet.of(signer());
        }
        String scheme = service.get().getScheme();
        if (!"https".equals(scheme) && !"http".equals(scheme)) {
            throw Failure.usage(
                    "--signer: '%s' is no address of a signing service: write it as http://127.0.0.1:9000"
                            .formatted(service.get()));
        }
        return RemoteWallet.at(service.get(), account);
    }

    /** Whether somebody was named who signs. */
    public boolean isGiven() {
        return !key.isEmpty() || service.isPresent() || System.getenv().containsKey(VARIABLE);
    }

    /**
     * A key in a file, and what opens it.
     *
     * @param name what it was called
     * @param password none for a file that is not encrypted
     */
    public record Opened(String name, Path file, Optional<String> password, Address account) {
        /** Never the password. */
        @Override
        public String toString() {
            return "key " + name + " of " + account;
        }
    }

    /** The key in its file, for a program that reads it there itself. */
    public Opened opened() throws IOException {
        if (key.isEmpty()) {
            throw Failure.usage(
                    "A node reads its key from a file: give --key NAME. A new key is made with  ocn"
                            + " key new NAME");
        }
        Path file = file().toAbsolutePath();
        Optional<String> password = passwordOf(file, System.getenv());
        Address account = open(file, password).address();
        String name = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
        return new Opened(name, file, password, account);
    }

    private Signer signer() throws IOException {
        Map<String, String> environment = System.getenv();
        if (!key.isEmpty()) {
            Path file = file();
            return open(file, passwordOf(file, environment));
        }
        return Optional.ofNullable(environment.get(VARIABLE))
                .map(text ->
                        PrivateKey.parse(text.strip())
                                .orElseThrow(() ->
                                        Failure.usage(
                                                VARIABLE + " must hold 64 hexadecimal digits.")))
                .orElseThrow(() ->
                        Failure.usage(
                                "Nobody signs: give --key FILE, or set OCN_KEY. A new key is made"
                                        + " with  ocn key new"));
    }

    private Path file() {
        Path given = Path.of(key);
        Path named = Home.keys().resolve(key + ".json");
        if (!Files.exists(given) && Files.exists(named)) {
            return named;
        }
        if (!Files.exists(given)) {
            throw Failure.usage(
                    PrivateKey.parse(key).isPresent()
                            ? "--key wants a file, and never the key itself: other people can read"
                                    + " arguments. Put it into a file or into "
                                    + VARIABLE
                                    + ", and take that key out of use."
                            : "There is no key file %s, and none of that name in %s: see  ocn key show"
                                    .formatted(key, Home.keys()));
        }
        return given;
    }

    private Optional<String> passwordOf(Path file, Map<String, String> environment)
            throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        return text.startsWith("{") ? Optional.of(password(environment)) : Optional.empty();
    }

    private static Signer open(Path file, Optional<String> password) {
        try {
            return password.isPresent()
                    ? KeyFile.keystore(file, password.get())
                    : KeyFile.hex(file);
        } catch (IOException e) {
            throw Failure.usage("The " + e.getMessage() + ".");
        }
    }

    private String password(Map<String, String> environment) throws IOException {
        return Passwords.known(passwordFile, environment)
                .or(() -> Passwords.asked("Password of the key " + key + ": "))
                .orElseThrow(() ->
                        Failure.usage(
                                "The password of the key is missing: give --password-file FILE, or"
                                        + " set OCN_KEY_PASSWORD_FILE or OCN_KEY_PASSWORD."));
    }
}
