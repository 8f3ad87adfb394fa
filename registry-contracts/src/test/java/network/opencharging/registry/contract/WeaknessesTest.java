package network.opencharging.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of weaknesses names tests that exist. */
class WeaknessesTest {
    private static final Pattern NAMED = Pattern.compile("`((?:test|invariant)\\w+)`");
    private static final Pattern WRITTEN =
            Pattern.compile("function ((?:test|testFuzz|invariant)_\\w+)");

    @Test
    void everyNamedTestExists() throws IOException {
        Set<String> named = all(NAMED, Files.readString(Path.of("weaknesses.md")));
        Set<String> written = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/solidity"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".sol")).toList()) {
                written.addAll(all(WRITTEN, Files.readString(file)));
            }
        }
        assertThat(named).hasSizeGreaterThan(30).isSubsetOf(written);
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
