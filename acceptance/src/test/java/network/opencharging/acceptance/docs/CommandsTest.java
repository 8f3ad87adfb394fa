package network.opencharging.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import network.opencharging.acceptance.dsl.OcnProcess;
import network.opencharging.acceptance.dsl.Project;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every block of commands ({@code ```sh}) on any page is run from the root of the project and must
 * succeed. One that runs on says above it {@code <!-- runs until: TEXT -->}; one that cannot run in
 * a test says {@code <!-- not run: REASON -->}, and is listed here with its reason.
 */
class CommandsTest {
    @TempDir Path temp;

    @TestFactory
    Stream<DynamicTest> whatThePagesTellToTypeWorks() {
        return Committed.pages().stream()
                .flatMap(Block::of)
                .map(block ->
                        block.notRun()
                                .map(reason ->
                                        dynamicTest(
                                                block + "  is not run: " + reason,
                                                () -> assertThat(reason).contains(" ")))
                                .orElseGet(() -> dynamicTest(block.toString(), () -> run(block))));
    }

    private static void run(Block block) throws Exception {
        List<String> shell = List.of("/bin/sh", "-euc", block.commands());
        try (OcnProcess process = OcnProcess.start(Project.root(), Map.of(), shell)) {
            if (block.runsUntil().isPresent()) {
                process.awaitOutput(block.runsUntil().get());
            } else {
                assertThat(process.awaitEnd()).as(process.output()).isZero();
            }
        }
    }

    @Test
    void aBlockIsFoundWithItsMarksAndWithout() throws Exception {
        Path page =
                Files.writeString(
                        temp.resolve("page.md"),
                        """
                        Text
                        <!-- test -->
                        <!-- not run: because of this -->
                        ```sh
                        one
                        two
                        ```
                        ```text
                        no command
                        ```

                        <!-- runs until: there it is -->

                        ```sh
                        three
                        ```
                        """);

        List<Block> blocks = Block.of(page).toList();

        assertThat(blocks).extracting(Block::commands).containsExactly("one\ntwo", "three");
        assertThat(blocks.getFirst().notRun()).contains("because of this");
        assertThat(blocks.getLast().runsUntil()).as("a mark stands right above").isEmpty();
    }

    @Test
    void theCommandOfTheReadmeForTestsIsTheOneThatTheBuildServerRuns() {
        assertThat(Block.of(Project.root().resolve("README.md")))
                .filteredOn(block -> block.marks().contains("test"))
                .extracting(Block::commands)
                .containsExactly("mvn verify");
    }
}
