package network.opencharging.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.OcnProcess;
import network.opencharging.acceptance.dsl.Project;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every block of commands ({@code ```sh}) on any page is run from the root of the project and must
 * succeed. One that runs on says above it {@code <!-- runs until: TEXT -->}, or {@code <!-- runs
 * beside: TEXT -->} when it is needed to the end of its page; what it prints because of a later
 * block stands above that as {@code <!-- then beside: TEXT -->}. One that cannot run in a test says
 * {@code <!-- not run: REASON -->}, and is listed here with its reason.
 */
class CommandsTest {
    @TempDir Path temp;

    @TestFactory
    Stream<DynamicTest> whatThePagesTellToTypeWorks() {
        return Committed.pages().stream().flatMap(this::page);
    }

    private Stream<DynamicTest> page(Path page) {
        List<Block> blocks = Block.of(page).toList();
        List<OcnProcess> beside = new ArrayList<>();
        Map<String, String> reader = reader(page);
        Stream<DynamicTest> tests =
                blocks.stream()
                        .map(block ->
                                block.notRun()
                                        .map(reason ->
                                                dynamicTest(
                                                        block + "  is not run: " + reason,
                                                        () -> assertThat(reason).contains(" ")))
                                        .orElseGet(() ->
                                                dynamicTest(
                                                        block.toString(),
                                                        () -> run(block, reader, beside))));
        return blocks.stream().anyMatch(block -> block.runsBeside().isPresent())
                ? Stream.concat(
                        tests,
                        Stream.of(
                                dynamicTest(
                                        Committed.name(page) + "  ends",
                                        () -> beside.reversed().forEach(OcnProcess::close))))
                : tests;
    }

    /**
     * Somebody who comes to a page with an empty home and the JDK that is asked for, and types the
     * same password wherever one is asked for.
     */
    private Map<String, String> reader(Path page) {
        return Map.of(
                "OCN_HOME",
                temp.resolve(Committed.name(page).replace('/', '-')).toString(),
                "OCN_KEY_PASSWORD",
                "correct horse battery",
                "JAVA_HOME",
                System.getProperty("java.home"));
    }

    private static void run(Block block, Map<String, String> reader, List<OcnProcess> beside)
            throws Exception {
        List<String> shell = List.of("/bin/sh", "-euc", block.commands());
        OcnProcess process = OcnProcess.start(Project.root(), reader, shell);
        if (block.runsBeside().isPresent()) {
            beside.add(process);
            process.awaitOutput(block.runsBeside().get());
            return;
        }
        try (process) {
            if (block.runsUntil().isPresent()) {
                process.awaitOutput(block.runsUntil().get());
            } else {
                assertThat(process.awaitEnd()).as(process.output()).isZero();
            }
            block.thenBeside()
                    .ifPresent(text ->
                            await("beside it: " + text)
                                    .atMost(Network.PATIENCE)
                                    .until(() ->
                                            beside.stream()
                                                    .anyMatch(one -> one.output().contains(text))));
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
