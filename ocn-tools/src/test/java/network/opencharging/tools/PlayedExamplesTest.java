package network.opencharging.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The examples in the help of mocks, scenarios and the proxy, run as they stand there. */
class PlayedExamplesTest {
    private static final String EXAMPLE = "Example: ocn tools ";

    static Stream<List<String>> thatEnd() {
        return Stream.of(
                List.of("mock", "faults"),
                List.of("scenario", "run"),
                List.of("scenario", "list"),
                List.of("scenario", "show"),
                List.of("proxy"));
    }

    @ParameterizedTest
    @MethodSource("thatEnd")
    void anExampleThatEndsByItselfEndsWell(List<String> command) {
        StringWriter out = new StringWriter();

        int exitCode = tools(out).execute(example(command));

        assertThat(exitCode).as(out.toString()).isZero();
        assertThat(out.toString()).isNotBlank();
    }

    static Stream<List<String>> thatRun() {
        return Stream.of(List.of("mock", "cpo"), List.of("mock", "emsp"), List.of("mock", "hub"));
    }

    /** On any free port: another program may have the one of the example. */
    @ParameterizedTest
    @MethodSource("thatRun")
    void anExampleThatRunsUntilCtrlCAnswers(List<String> command) throws Exception {
        StringWriter out = new StringWriter();
        String[] words =
                Arrays.stream(String.join(" ", example(command)).split(" "))
                        .map(word -> word.matches("74[0-9]{2}") ? "0" : word)
                        .toArray(String[]::new);
        Thread running = Thread.ofVirtual().start(() -> tools(out).execute(words));

        await().atMost(Duration.ofSeconds(60)).until(() -> out.toString().contains("token A"));

        assertThat(out.toString()).contains("answers at http://127.0.0.1:");
        running.interrupt();
        running.join();
    }

    @Test
    void everyCommandOfTheseHasAnExample() {
        Stream.concat(thatEnd(), thatRun())
                .forEach(command ->
                        assertThat(example(command)).startsWith(command.toArray(String[]::new)));
    }

    private static String[] example(List<String> command) {
        CommandLine line = tools(new StringWriter());
        for (String word : command) {
            line = Objects.requireNonNull(line.getSubcommands().get(word), word);
        }
        return Arrays.stream(line.getCommandSpec().usageMessage().footer())
                .filter(text -> text.startsWith(EXAMPLE))
                .map(text -> text.substring(EXAMPLE.length()).split(" "))
                .findFirst()
                .orElseThrow();
    }

    private static CommandLine tools(StringWriter out) {
        return Tools.commandLine(Map.of()).setOut(new PrintWriter(out));
    }
}
