package network.opencharging.acceptance.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the programs of this build are. */
public final class Installation {
    private Installation() {}

    /** The folder of the project. */
    public static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    /** The java that runs this test. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** The node's program. */
    public static Path nodeJar() {
        Path target = root().resolve("ocn-node/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "no ocn-node-*-app.jar in " + target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
