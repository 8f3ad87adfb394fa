package network.opencharging.cli.connect;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where passwords come from: a file, the environment, or the person at the terminal. */
public final class Passwords {
    private Passwords() {}

    /** A password that needs no person. */
    public static Optional<String> known(Optional<Path> file, Map<String, String> environment)
            throws IOException {
        if (file.isPresent()) {
            return Optional.of(Files.readString(file.get()).strip());
        }
        return Optional.ofNullable(environment.get("OCN_KEY_PASSWORD"));
    }

    /** Asks; empty when nobody is there. What is typed is not shown. */
    public static Optional<String> asked(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(console -> Optional.ofNullable(console.readPassword("%s", question)))
                .map(String::new);
    }
}
