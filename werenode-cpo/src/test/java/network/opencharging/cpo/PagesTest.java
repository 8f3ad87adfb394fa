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

    private static String source(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> found = files.filter(file -> file.endsWith(name + ".java")).toList();
            return found.isEmpty() ? "" : "\n " + Files.readString(found.getFirst());
        }
    }
}
