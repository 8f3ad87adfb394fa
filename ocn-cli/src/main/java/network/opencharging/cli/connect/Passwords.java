package network.opencharging.cli.connect;

import network.opencharging.tools.terminal.Failure;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where passwords come from: a file, the environment, or the person at the terminal. */
public final class Passwords {
    private static final String FILE = "OCN_KEY_PASSWORD_FILE";

    private Passwords() {}

    /** A password that needs no person. */
    public static Optional<String> known(Optional<Path> file, Map<String, String> environment)
            throws IOException {
        Optional<Path> from =
                file.or(() -> Optional.ofNullable(environment.get(FILE)).map(Path::of));
        if (from.isPresent()) {
            return Optional.of(read(from.get()));
        }
        return Optional.ofNullable(environment.get("OCN_KEY_PASSWORD"));
    }

    private static String read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw Failure.usage(
                    "The file %s with the password cannot be read: check --password-file and %s."
                            .formatted(file, FILE));
        }
        return Files.readString(file).strip();
    }

    /** Asks; empty when nobody is there. What is typed is not shown. */
    public static Optional<String> asked(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(console -> Optional.ofNullable(console.readPassword("%s", question)))
                .map(String::new);
    }
}
