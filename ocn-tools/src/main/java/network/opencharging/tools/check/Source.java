package network.opencharging.tools.check;

import network.opencharging.tools.terminal.Failure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A text to be checked.
 *
 * @param name as the person wrote it, or as it was found below a folder
 * @param open opens it
 */
record Source(String name, Opening open) {
    private static final int BUFFER = 1 << 16;
    private static final List<String> ENDINGS = List.of(".json", ".jsonl", ".ndjson");

    /** How the text is reached. */
    interface Opening {
        InputStream open() throws IOException;
    }

    /**
     * What an argument stands for: a file, every JSON file below a folder, standard input, or what
     * is answered under a URL.
     *
     * @throws Failure when there is nothing of that name
     */
    static List<Source> of(String argument, InputStream standard, Web web) {
        if (argument.equals("-")) {
            return List.of(new Source("(standard input)", () -> standard));
        }
        if (argument.startsWith("http://") || argument.startsWith("https://")) {
            return List.of(new Source(argument, () -> web.get(argument)));
        }
        Path path = Path.of(argument);
        if (Files.isDirectory(path)) {
            return below(path);
        }
        if (!Files.isReadable(path)) {
            throw Failure.usage("There is no file that can be read: %s".formatted(argument));
        }
        return List.of(file(path));
    }

    private static List<Source> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Source> found =
                    files.filter(Files::isRegularFile)
                            .filter(Source::isJson)
                            .sorted()
                            .map(Source::file)
                            .toList();
            if (found.isEmpty()) {
                throw Failure.usage(
                        "There is no %s file below %s"
                                .formatted(String.join(" or ", ENDINGS), folder));
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw Failure.usage("The folder %s cannot be read".formatted(folder));
        }
    }

    private static boolean isJson(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static Source file(Path path) {
        return new Source(
                path.toString(), () -> new BufferedInputStream(Files.newInputStream(path), BUFFER));
    }
}
