package network.opencharging.cli.up.place;

import network.opencharging.registry.chain.dev.AnvilBinary;
import network.opencharging.registry.chain.dev.AnvilMissing;
import network.opencharging.tools.terminal.Failure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the programs are that a network needs.
 *
 * @param home the folder of the project
 * @param environment this process's environment
 */
public record Installation(Path home, Map<String, String> environment) {
    /** Copies. */
    public Installation {
        environment = Map.copyOf(environment);
    }

    /** The java program that runs this process. */
    public Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** The node's program. */
    public Path nodeJar() throws IOException {
        Path target = home.resolve("ocn-node/target");
        Optional<Path> jar = Optional.empty();
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                jar =
                        files.filter(file ->
                                        file.getFileName()
                                                .toString()
                                                .matches("ocn-node-.*-app\\.jar"))
                                .findFirst();
            }
        }
        return jar.orElseThrow(() ->
                Failure.environment(
                        "the node is not built: there is no ocn-node-*-app.jar in "
                                + target
                                + "; run  mvn -DskipTests package  in "
                                + home
                                + "."));
    }

    /**
     * The development chain's program.
     *
     * @throws Failure saying what is missing, and that it goes without
     */
    public Path anvil() {
        try {
            return AnvilBinary.find(home, environment);
        } catch (AnvilMissing e) {
            String npm =
                    hasNpm()
                            ? ""
                            : " npm, which brings it, is missing too: install Node.js 20 or newer.";
            throw Failure.environment(
                    e.getMessage()
                            + npm
                            + " Or run the same network without a chain, on a directory in a signed"
                            + " file: ocn up --chain none");
        }
    }

    private boolean hasNpm() {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
    }
}
