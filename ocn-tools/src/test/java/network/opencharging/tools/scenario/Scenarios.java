package network.opencharging.tools.scenario;

import network.opencharging.tools.Ran;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Calls {@code scenario} as a person does who has a token A. */
final class Scenarios {
    static final String TOKEN_A = "token-a";

    private Scenarios() {}

    /** Plays the text of a scenario. */
    static Ran play(Path folder, String text) throws IOException {
        Path file = folder.resolve("story.yaml");
        Files.writeString(file, text);
        return run("run", file.toString());
    }

    static Ran run(String... arguments) {
        return Ran.tools(
                Map.of("OCPI_TOKEN", TOKEN_A),
                Stream.concat(Stream.of("scenario"), Stream.of(arguments)).toArray(String[]::new));
    }
}
