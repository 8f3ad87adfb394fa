package network.opencharging.cli.key;

import network.opencharging.cli.connect.Home;
import network.opencharging.cli.connect.Passwords;
import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.key.KeyFile;
import network.opencharging.registry.chain.key.Mnemonic;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys: made here, taken over from elsewhere, shown without their secrets. */
@Command(
        name = "key",
        description = {
            "Keys in encrypted Web3 keystore files.",
            "A key is never taken from the arguments and never shown."
        })
public final class KeyCommands {
    private static final int TWELVE_WORDS = 16;

    /** For picocli. */
    public KeyCommands() {}

    /** Makes a key. */
    @Command(name = "new", description = "Make a key and keep it in an encrypted file.")
    public int create(
            @Parameters(paramLabel = "NAME", description = "What to call it.") String name,
            @Option(
                            names = "--mnemonic",
                            description =
                                    "Show the twelve words from which the key can be made again."
                                            + " Whoever reads them has it.")
                    boolean words,
            @Mixin PasswordOptions password,
            @Mixin OutputOptions output)
            throws IOException {
        Path file = free(name);
        byte[] entropy = new byte[TWELVE_WORDS];
        new SecureRandom().nextBytes(entropy);
        String mnemonic = Mnemonic.words(entropy);
        byte[] secret = Mnemonic.secret(mnemonic).orElseThrow();
        keep(file, secret, password.fresh());
        if (words) {
            output.warn("Write these words down, they are shown once: " + mnemonic);
        }
        output.show(entry(name, file));
        output.say(
                "Commands know it as "
                        + name
                        + ". Next, so that it can pay:  ocn fund "
                        + name
                        + " 0.1");
        return 0;
    }

    /** Takes a key over. */
    @Command(
            name = "import",
            description = {
                "Take over a key, into an encrypted file.",
                "It is read from a file (--from), from OCN_PRIVATE_KEY, or asked for: 64"
                        + " hexadecimal digits or the words of a wallet."
            })
    public int take(
            @Parameters(paramLabel = "NAME", description = "What to call it.") String name,
            @Option(
                            names = "--from",
                            paramLabel = "FILE",
                            description = "Where the digits or the words stand.")
                    Optional<Path> from,
            @Mixin PasswordOptions password,
            @Mixin OutputOptions output)
            throws IOException {
        Path file = free(name);
        keep(file, Secrets.read(from), password.fresh());
        output.show(entry(name, file));
        return 0;
    }

    /** Shows keys. */
    @Command(
            name = "show",
            description = "Show the keys that are kept here, without their secrets.")
    public int show(
            @Parameters(arity = "0..1", paramLabel = "NAME", description = "Only this one.")
                    Optional<String> name,
            @Mixin OutputOptions output)
            throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files()) {
            String called = file.getFileName().toString().replace(".json", "");
            if (name.isEmpty() || name.get().equals(called)) {
                entries.add(entry(called, file));
            }
        }
        if (name.isPresent() && entries.isEmpty()) {
            throw Failure.usage(
                    "There is no key '%s' in %s: make it with  ocn key new %s"
                            .formatted(name.get(), Home.keys(), name.get()));
        }
        output.show(entries, "There are no keys in " + Home.keys() + ".");
        return 0;
    }

    private static List<Path> files() throws IOException {
        if (!Files.isDirectory(Home.keys())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Home.keys())) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static Path free(String name) throws IOException {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw Failure.usage(
                    "The name of a key has letters, digits, dots and dashes, and begins with a"
                            + " letter or digit.");
        }
        Files.createDirectories(Home.keys());
        Path file = Home.keys().resolve(name + ".json");
        if (Files.exists(file)) {
            throw Failure.usage(
                    "There is a key '%s' already (%s): choose another name.".formatted(name, file));
        }
        return file;
    }

    private static void keep(Path file, byte[] secret, String password) throws IOException {
        KeyFile.write(file, secret, password);
    }

    private static Entry entry(String name, Path file) throws IOException {
        String address = KeyFile.owner(file).map(Address::text).orElse("(no keystore)");
        return Entry.empty().with("name", name).with("address", address).with("file", file);
    }

    /** A password for a new file. */
    static final class PasswordOptions {
        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description =
                        "Where the password of the new file stands. Without it"
                                + " OCN_KEY_PASSWORD_FILE counts, then OCN_KEY_PASSWORD, then it is"
                                + " asked for.")
        private Optional<Path> file = Optional.empty();

        String fresh() throws IOException {
            String password =
                    Passwords.known(file, System.getenv())
                            .or(PasswordOptions::askedTwice)
                            .orElseThrow(() ->
                                    Failure.usage(
                                            "A password is needed: give --password-file FILE, or"
                                                    + " set OCN_KEY_PASSWORD_FILE or"
                                                    + " OCN_KEY_PASSWORD."));
            if (password.isEmpty()) {
                throw Failure.usage("The password must not be empty.");
            }
            return password;
        }

        private static Optional<String> askedTwice() {
            Optional<String> first = Passwords.asked("New password: ");
            if (first.isPresent() && !Passwords.asked("Once more: ").equals(first)) {
                throw Failure.usage("The two passwords differ: try again.");
            }
            return first;
        }
    }
}
