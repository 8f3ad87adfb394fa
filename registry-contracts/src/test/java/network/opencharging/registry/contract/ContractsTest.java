package network.opencharging.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests that are written in Solidity are run, and their invariants over enough steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractsTest {
    private static final Path SOURCES = Path.of("src/test/solidity");
    private static final Path ANSWER = Path.of("target/contract-tests.json");
    private static final Path WORDS = Path.of("target/contract-tests.log");
    private static final Pattern WRITTEN = Pattern.compile("function ((?:test|invariant)\\w*)\\(");
    private static final int STEPS = 10_000;

    private final Map<String, JsonNode> results = new LinkedHashMap<>();

    @BeforeAll
    void runAll() throws IOException, InterruptedException {
        assumeTrue(
                Files.isDirectory(Path.of("node_modules/@foundry-rs")),
                "forge is not here; run  npm ci --ignore-scripts  in registry-contracts");
        Process forge =
                new ProcessBuilder("node", "scripts/forge.mjs", "test", "--json")
                        .redirectOutput(ANSWER.toFile())
                        .redirectError(WORDS.toFile())
                        .start();
        int exit = forge.waitFor();
        String answer = Files.readString(ANSWER);
        assertThat(answer).as("forge ended with %d: %s", exit, WORDS).startsWith("{");
        JsonNode suites = JsonMapper.builder().build().readTree(answer);
        suites.forEach(suite ->
                suite.path("test_results")
                        .properties()
                        .forEach(one ->
                                results.put(one.getKey().replace("()", ""), one.getValue())));
    }

    @Test
    void everyTestThatIsWrittenWasRunAndPassed() throws IOException {
        Set<String> ran = new TreeSet<>();
        results.forEach((name, result) -> {
            assertThat(result.path("status").asString(""))
                    .as("%s: %s", name, result)
                    .isEqualTo("Success");
            ran.add(name.replaceFirst("\\(.*", ""));
        });

        assertThat(ran).isEqualTo(written());
    }

    @Test
    void everyInvariantHeldOverTenThousandRandomSteps() throws IOException {
        List<String> invariants =
                written().stream().filter(name -> name.startsWith("invariant")).toList();
        assertThat(invariants).hasSizeGreaterThanOrEqualTo(10);
        for (String invariant : invariants) {
            JsonNode kind =
                    Objects.requireNonNull(results.get(invariant), invariant)
                            .path("kind")
                            .path("Invariant");
            assertThat(kind.path("calls").asLong(0)).as(invariant).isGreaterThanOrEqualTo(STEPS);
            assertThat(kind.path("reverts").asLong(-1)).as(invariant).isZero();
        }
    }

    private static Set<String> written() throws IOException {
        Set<String> written = new TreeSet<>();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            walk.filter(path -> path.toString().endsWith(".t.sol")).forEach(files::add);
        }
        for (Path file : files) {
            Matcher matcher = WRITTEN.matcher(Files.readString(file));
            while (matcher.find()) {
                written.add(matcher.group(1));
            }
        }
        return written;
    }
}
