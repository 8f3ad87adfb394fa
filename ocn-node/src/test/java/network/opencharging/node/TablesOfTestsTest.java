package network.opencharging.node;

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

/** Every test that a page of the documentation names is there, in some module. */
class TablesOfTestsTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?");

    private static final List<String> MODULES =
            List.of(
                    "ocn-node",
                    "ocn-node/plugins/adapter-211",
                    "ocn-protocol",
                    "registry-contracts",
                    "ocn-bridge",
                    "ocn-cli",
                    "acceptance");

    @ParameterizedTest
    @ValueSource(strings = {"features.md", "weaknesses.md"})
    void whatIsNamedIsThere(String page) throws IOException {
        String text = Files.readString(Path.of("..", "docs", page));
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(text);
        int count = 0;
        while (named.find()) {
            count++;
            String method = named.group(2) == null ? "" : " " + named.group(2);
            if (sources(named.group(1)).noneMatch(source -> source.contains(method))) {
                missing.add(named.group());
            }
        }
        assertThat(count).isGreaterThan(20);
        assertThat(missing).isEmpty();
    }

    private static Stream<String> sources(String name) throws IOException {
        List<String> found = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
                for (Path file : files.filter(it -> it.endsWith(name + ".java")).toList()) {
                    found.add(Files.readString(file));
                }
            }
        }
        return found.stream();
    }
}
