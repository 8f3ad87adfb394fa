package network.opencharging.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The source files of one module, held against format, budget and the duty to say what a package is
 * for.
 */
record Sources(Path module) {
    static final String GENERATED = "/generated/";

    /** Every hand-written Java file of the module. */
    List<Path> files() {
        try (Stream<Path> walk =
                Files.exists(module.resolve("src"))
                        ? Files.walk(module.resolve("src"))
                        : Stream.empty()) {
            return walk.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().replace('\\', '/').contains(GENERATED))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void refuseUnformatted() {
        Set<String> wrong = new TreeSet<>();
        for (Path file : files()) {
            String text = read(file);
            if (!formatted(text).equals(text)) {
                wrong.add(module.relativize(file).toString());
            }
        }
        assertThat(wrong)
                .as("unformatted: run  mvn -Pformat -pl %s -am test-compile", module.getFileName())
                .isEmpty();
    }

    void refuseUnmarkedPackages() {
        Set<Path> folders = files().stream().map(Path::getParent).collect(Collectors.toSet());
        Set<String> wrong = new TreeSet<>();
        for (Path folder : folders) {
            Path info = folder.resolve("package-info.java");
            boolean inTests = folder.startsWith(module.resolve("src/test"));
            boolean mainHasIt =
                    Files.exists(
                            module.resolve("src/main")
                                    .resolve(module.resolve("src/test").relativize(folder))
                                    .resolve("package-info.java"));
            if (!Files.exists(info)
                    ? !(inTests && mainHasIt)
                    : !read(info).contains("@NullMarked") || !read(info).contains("/**")) {
                wrong.add(module.relativize(folder).toString());
            }
        }
        assertThat(wrong)
                .as(
                        "packages without a package-info.java that tells the purpose and says"
                                + " @NullMarked")
                .isEmpty();
    }

    void refuseOverBudget(Map<String, String> excused) {
        List<String> over = Budget.house().over(files());
        List<String> left =
                over.stream()
                        .filter(line ->
                                excused.keySet().stream()
                                        .noneMatch(place -> line.startsWith(place + ":")))
                        .toList();
        assertThat(left)
                .as("over budget (file 300 lines, method 40 lines, 6 parameters)")
                .isEmpty();
        List<String> idle =
                excused.keySet().stream()
                        .filter(place ->
                                over.stream().noneMatch(line -> line.startsWith(place + ":")))
                        .toList();
        assertThat(idle).as("excuses that nothing needs any more").isEmpty();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String formatted(String text) {
        try {
            Formatter formatter =
                    new Formatter(
                            JavaFormatterOptions.builder()
                                    .style(JavaFormatterOptions.Style.AOSP)
                                    .build());
            return formatter.formatSourceAndFixImports(text);
        } catch (FormatterException e) {
            throw new IllegalStateException(e);
        }
    }
}
