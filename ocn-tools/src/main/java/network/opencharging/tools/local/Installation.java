package network.opencharging.tools.local;

import network.opencharging.registry.chain.dev.AnvilBinary;
import network.opencharging.registry.chain.dev.AnvilMissing;
import network.opencharging.tools.terminal.Failure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the programs are that a network needs.
 *
 * @param home the folder of the project
 * @param javaHome the Java that runs nodes
 * @param environment this process's environment
 */
public record Installation(Path home, Path javaHome, Map<String, String> environment) {
    /** Copies. */
    public Installation {
        environment = Map.copyOf(environment);
    }

    /** With the Java that runs this process. */
    public static Installation at(Path home, Map<String, String> environment) {
        return new Installation(home, Path.of(System.getProperty("java.home")), environment);
    }

    /**
     * What runs a node.
     *
     * @throws Failure saying what is missing
     */
    public NodePlan.Program node() {
        return new NodePlan.Program(java(), nodeJar());
    }

    /** An update of the machine may have removed the Java that runs this process. */
    private Path java() {
        Path java = javaHome.resolve("bin/java");
        if (!Files.isExecutable(java)) {
            throw Failure.environment(
                    "there is no java program at %s: start again with a JDK 25.".formatted(java));
        }
        return java;
    }

    private Path nodeJar() {
        Path app = home.resolve("ocn-node/target/app");
        Path jar = app.resolve("ocn-node.jar");
        if (!Files.isReadable(jar)) {
            throw unbuilt("the node", "ocn-node.jar", app);
        }
        return jar;
    }

    /**
     * What runs a charge point operator's backend.
     *
     * @throws Failure saying what is missing
     */
    public BackendPlan.Program backend() {
        return new BackendPlan.Program(java(), backendJar());
    }

    private Path backendJar() {
        Path target = home.resolve("werenode-cpo/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> unbuilt("the CPO's backend", "...-app.jar", target));
        } catch (IOException e) {
            // No folder, and so no jar.
            throw unbuilt("the CPO's backend", "...-app.jar", target);
        }
    }

    private Failure unbuilt(String what, String jar, Path folder) {
        return Failure.environment(
                "%s is not built: there is no %s in %s; run  mvn -DskipTests package  in %s."
                        .formatted(what, jar, folder, home));
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
