package network.opencharging.cpo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.config.CpoUnderTest;
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

/** The door reads a path as the framework does, at the stations' port and at the operator's. */
class SpelledPathsTest {
    private static CpoUnderTest cpo;

    @BeforeAll
    static void start(@TempDir Path folder) {
        cpo = CpoUnderTest.start(folder);
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    static List<String> spellings() {
        return Spellings.of("admin", "stations");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void noSpellingOpensTheOperatorsApi(String path) throws IOException {
        assertThat(status(cpo.port(), path)).as("where stations are").isIn(400, 404);
        assertThat(status(cpo.adminPort(), path)).as("without a key").isIn(400, 401, 404);
    }

    private static int status(int port, String path) throws IOException {
        return WireAnswer.to(WireRequest.of("GET", path, ""), port).status();
    }
}
