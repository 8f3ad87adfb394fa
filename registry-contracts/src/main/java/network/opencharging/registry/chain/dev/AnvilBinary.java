package network.opencharging.registry.chain.dev;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the program that is the development chain. */
public final class AnvilBinary {
    /** Names the environment variable that points to an anvil of one's own. */
    public static final String VARIABLE = "OCN_ANVIL";

    private static final String MISSING =
            "The development chain needs 'anvil', and there is none: run 'npm ci --ignore-scripts'"
                    + " in the folder registry-contracts, or put anvil on the PATH, or let "
                    + VARIABLE
                    + " name it.";

    private AnvilBinary() {}

    /** Looks from the working directory, with this process's environment. */
    public static Path find() {
        return find(Path.of("").toAbsolutePath(), System.getenv());
    }

    /**
     * Looks at {@code OCN_ANVIL}, then for the npm package in {@code from} and the folders above
     * it, then on the {@code PATH}.
     *
     * @throws AnvilMissing when there is none, or when {@code OCN_ANVIL} names something else
     */
    public static Path find(Path from, Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            return Optional.of(Path.of(named))
                    .filter(Files::isExecutable)
                    .orElseThrow(() ->
                            new AnvilMissing(
                                    VARIABLE
                                            + " names '"
                                            + named
                                            + "', which is not an executable file."));
        }
        return Stream.concat(packaged(from), onPath(environment.getOrDefault("PATH", "")))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AnvilMissing(MISSING));
    }

    private static Stream<Path> packaged(Path from) {
        String inside =
                "node_modules/@foundry-rs/anvil-%s-%s/bin/%s"
                        .formatted(system(), processor(), program());
        return Stream.iterate(from.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .flatMap(folder ->
                        Stream.of(
                                folder.resolve(inside),
                                folder.resolve("registry-contracts").resolve(inside)));
    }

    private static Stream<Path> onPath(String path) {
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(program()));
    }

    private static String program() {
        return system().equals("win32") ? "anvil.exe" : "anvil";
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return "win32";
        }
        return name.contains("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.contains("aarch64") || name.contains("arm64") ? "arm64" : "amd64";
    }
}
