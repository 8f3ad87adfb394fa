package network.opencharging.tools.simulate.script;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.tools.Mutations;
import network.opencharging.tools.simulate.play.PlugWords;
import network.opencharging.tools.simulate.play.StationWords;
import network.opencharging.tools.yaml.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Scripts of simulated devices, right and wrong. */
class ScriptsTest {
    private final Problems problems = new Problems("script");

    private static ScriptReader<?> reader(String device) {
        return device.equals("plug") ? PlugWords.reader(_ -> {}) : StationWords.reader();
    }

    private static String example(String device) throws IOException {
        return Files.readString(Path.of("../docs/examples/" + device + ".yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"station", "plug"})
    void theExamplesAreRight(String device) throws IOException {
        assertThat(reader(device).read(example(device), problems).steps()).isNotEmpty();
        assertThat(problems.sentences()).isEmpty();
    }

    /** The form that the help shows for a word is one that is understood. */
    @ParameterizedTest
    @ValueSource(strings = {"station", "plug"})
    void everyWordIsWrittenAsTheHelpShowsIt(String device) {
        assertThat(reader(device).words())
                .allSatisfy(word ->
                        assertThat(reader(device).line(word.form(), problems))
                                .as(word.form())
                                .hasSize(1));
        assertThat(problems.sentences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    plugin: 1              | plugin is no word here
                    plug-in: none          | must be a whole number of 1 to 1000
                    swipe: {card: 1}       | is not known here
                    await:                 | must be one of
                    await: {evse: 1}       | needs is
                    misbehave: rudely      | must be one of duplicates
                    wait: long             | must be a time span
                    draw: much             | must be watts
                    {offline: 1, online: 1} | must be one word
                    [1                     | is not YAML
                    """)
    void whatIsWrongIsSaid(String line, String sentence) {
        assertThat(reader("station").line(line, problems)).hasSizeLessThan(2);
        assertThat(problems.sentences()).anyMatch(one -> one.contains(sentence));
    }

    @Test
    void stepsAreRepeated() {
        String text =
                """
                simulate: plug
                steps:
                  - repeat: 3
                    steps:
                      - button
                      - wait: 1s
                """;
        assertThat(reader("plug").read(text, problems).steps()).hasSize(6);
        assertThat(problems.sentences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"station", "plug"})
    void brokenInAnyWayTheyAreReadOrRefused(String device) throws IOException {
        byte[] good = example(device).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20261128);
        int refused = 0;
        for (int i = 0; i < Integer.getInteger("ocn.mutations", 300); i++) {
            Problems wrong = new Problems("script");
            String broken = new String(Mutations.changed(good, random), StandardCharsets.UTF_8);
            int steps = reader(device).read(broken, wrong).steps().size();
            refused += wrong.isEmpty() ? 0 : 1;
            assertThat(steps).isLessThan(100);
        }
        assertThat(refused).isPositive();
    }

    /** The same of what somebody types while a device goes on. */
    @ParameterizedTest
    @ValueSource(strings = {"station", "plug"})
    void noLineThatIsTypedBreaksIt(String device) {
        Random random = new Random(20261128);
        int refused = 0;
        for (Word<?> word : reader(device).words()) {
            byte[] good = word.form().getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < Integer.getInteger("ocn.mutations", 300) / 10; i++) {
                Problems wrong = new Problems("typed");
                String broken = new String(Mutations.changed(good, random), StandardCharsets.UTF_8);
                assertThat(reader(device).line(broken, wrong)).hasSizeLessThan(10);
                refused += wrong.isEmpty() ? 0 : 1;
            }
        }
        assertThat(refused).isPositive();
    }
}
