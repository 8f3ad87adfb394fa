package network.opencharging.cpo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of devices name tests that exist. */
class PagesTest {
    private static final Pattern NAMED =
            Pattern.compile("`([A-Z]\\w+(?:Test|Contract))(?:\\.(\\w+))?`");

    @ParameterizedTest
    @ValueSource(strings = {"ocpp.md", "mqtt.md", "sessions.md"})
    void whatIsNamedIsThere(String page) throws IOException {
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(Files.readString(Path.of("..", "docs", page)));
        int count = 0;
        while (named.find()) {
            count++;
            String method = named.group(2) == null ? "" : " " + named.group(2) + "(";
            if (!source(named.group(1)).contains("class " + named.group(1) + " ")
                    || !source(named.group(1)).contains(method)) {
                missing.add(named.group());
            }
        }
        assertThat(count).isGreaterThan(10);
        assertThat(missing).isEmpty();
    }

    /** What is claimed and shown by nothing is a wish. */
    @ParameterizedTest
    @ValueSource(strings = {"ocpp.md", "mqtt.md", "sessions.md"})
    void everyRowIsShownByATest(String page) throws IOException {
        List<String> unshown = new ArrayList<>();
        int rows = 0;
        boolean shown = false;
        for (String line : Files.readAllLines(Path.of("..", "docs", page))) {
            List<String> cells = cells(line);
            if (cells.isEmpty()) {
                shown = false;
            } else if (cells.getLast().equals("Shown by")) {
                shown = true;
            } else if (shown && !line.matches("[-:| ]+")) {
                rows++;
                if (!NAMED.matcher(cells.getLast()).find()) {
                    unshown.add(line);
                }
            }
        }
        assertThat(rows).isGreaterThan(10);
        assertThat(unshown).isEmpty();
    }

    private static List<String> cells(String line) {
        return line.startsWith("|")
                ? Pattern.compile(" \\| ?").splitAsStream(line).toList()
                : List.of();
    }

    private static String source(String name) throws IOException {
        String own = source("src/test/java", name);
        return own.isEmpty() ? source("../ocn-bridge/src/test/java", name) : own;
    }

    private static String source(String folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            List<Path> found = files.filter(file -> file.endsWith(name + ".java")).toList();
            return found.isEmpty() ? "" : "\n " + Files.readString(found.getFirst());
        }
    }
}
