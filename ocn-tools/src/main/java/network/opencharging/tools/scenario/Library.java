package network.opencharging.tools.scenario;

import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The scenarios that come with this program. */
final class Library {
    /** Their names, from the simplest on. */
    static final List<String> NAMES =
            List.of(
                    "register",
                    "location-push",
                    "session",
                    "broken-callback",
                    "token-blocked",
                    "through-a-hub");

    private Library() {}

    /** The text of one; empty when there is none of that name. */
    static Optional<String> find(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = Library.class.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in this program");
            }
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Failure unknown(String name) {
        return Failure.usage(
                "There is no scenario %s; there are: %s."
                        .formatted(name, String.join(", ", NAMES)));
    }
}
