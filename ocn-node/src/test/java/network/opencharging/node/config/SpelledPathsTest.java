package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.fuzz.Spellings;
import network.opencharging.fuzz.WireAnswer;
import network.opencharging.fuzz.WireRequest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The gate before the operator's API reads a path as the framework does. */
class SpelledPathsTest {
    private static RunningNode node;

    @BeforeAll
    static void start(@TempDir Path folder) {
        node = RunningNode.start(folder);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    static List<String> spellings() {
        return Spellings.of("admin", "platforms");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void noSpellingOpensTheOperatorsApi(String path) throws IOException {
        assertThat(status(node.port(), path)).isIn(400, 401, 404);
    }

    private static int status(int port, String path) throws IOException {
        return WireAnswer.to(WireRequest.of("GET", path, ""), port).status();
    }
}
