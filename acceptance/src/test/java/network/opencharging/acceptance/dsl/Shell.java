package network.opencharging.acceptance.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person finds on the PATH, and what not. */
public final class Shell {
    /** The programs that the launcher itself needs. */
    private static final List<String> BASICS = List.of("dirname", "readlink", "grep");

    private Shell() {}

    /** A PATH without npm, Maven, Java and all the rest. */
    public static String bareboned(Path folder) throws IOException {
        for (String name : BASICS) {
            script(folder.resolve(name), "'%s'".formatted(find(name).orElseThrow()));
        }
        return folder.toString();
    }

    /** Where a program is, if it is anywhere. */
    public static Optional<Path> find(String name) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A program of that name which hands everything over to the main method of a class here. */
    public static void program(Path folder, String name, Class<?> main) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path classes = Path.of(main.getProtectionDomain().getCodeSource().getLocation().getPath());
        script(folder.resolve(name), "'%s' -cp '%s' %s".formatted(java, classes, main.getName()));
    }

    private static void script(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/sh\nexec " + command + " \"$@\"\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Runs a line as a person would paste it, and gives what it prints. */
    public static String run(String line, String path) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", "-c", line).redirectErrorStream(true);
        builder.environment().put("PATH", path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", line, output).isZero();
        return output;
    }
}
