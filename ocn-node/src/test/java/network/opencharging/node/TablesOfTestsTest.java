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
    /**
     * A class, one of its methods or the beginning of its name, or a method of the class before.
     */
    private static final Pattern NAMED =
            Pattern.compile("`(?:([A-Z]\\w*Test)|(?=\\.))(?:\\.([a-z]\\w+)(…?))?`");

    private static final List<String> MODULES =
            List.of(
                    "ocn-node",
                    "ocn-node/plugins/adapter-211",
                    "ocn-protocol",
                    "registry-contracts",
                    "ocn-bridge",
                    "ocn-tools",
                    "ocn-cli",
                    "werenode-cpo",
                    "acceptance");

    @ParameterizedTest
    @ValueSource(strings = {"features.md", "weaknesses.md"})
    void whatIsNamedIsThere(String page) throws IOException {
        List<String> missing = new ArrayList<>();
        int count = 0;
        for (String row : Files.readAllLines(Path.of("..", "docs", page))) {
            String in = "";
            Matcher named = NAMED.matcher(row);
            while (named.find()) {
                count++;
                in = named.group(1) == null ? in : named.group(1);
                if (in.isEmpty()) {
                    continue;
                }
                String method =
                        named.group(2) == null
                                ? ""
                                : " " + named.group(2) + (named.group(3).isEmpty() ? "(" : "");
                if (sources(in).noneMatch(source -> source.contains(method))) {
                    missing.add(in + named.group());
                }
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
