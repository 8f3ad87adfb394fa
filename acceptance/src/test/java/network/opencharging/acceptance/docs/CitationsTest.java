package network.opencharging.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.tools.manner.Paragraph;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whoever cites a paragraph of OCPI 2.2.1 has looked it up: it stands in {@code paragraphs.txt} by
 * its number and heading, as the printed text numbers them (four levels deep), and nothing else
 * does.
 */
class CitationsTest {
    private static final Pattern CITATION =
            Pattern.compile("OCPI 2\\.2\\.1 \\(?((?:(?:, | and | to )?§[\\d.]*\\d)+)");
    private static final Pattern NUMBER = Pattern.compile("§([\\d.]*\\d)");
    private static final Pattern BREAK = Pattern.compile("\\R\\s*(?:\\*|//)?\\s*");

    @Test
    void everyParagraphThatIsCitedIsKnownByItsHeading() throws IOException {
        Map<String, String> cited = cited();

        assertThat(cited).hasSizeGreaterThan(80);
        assertThat(cited.keySet()).as("cited, by file: %s", cited).isSubsetOf(known().keySet());
    }

    @Test
    void theSuiteCallsParagraphsAsTheListDoes() throws IOException {
        Map<String, String> known = known();

        assertThat(Paragraph.values())
                .allSatisfy(one ->
                        assertThat(one.toString())
                                .isEqualTo(
                                        "OCPI 2.2.1 §%s, %s"
                                                .formatted(one.number(), known.get(one.number()))));
    }

    @Test
    void nothingIsListedThatNobodyCites() throws IOException {
        Stream<String> suites = Arrays.stream(Paragraph.values()).map(Paragraph::number);

        assertThat(Stream.concat(suites, cited().keySet().stream())).containsAll(known().keySet());
    }

    private static Map<String, String> known() throws IOException {
        try (InputStream list =
                Objects.requireNonNull(CitationsTest.class.getResourceAsStream("paragraphs.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        }
    }

    /** Numbers, each with a file that cites it. */
    private static Map<String, String> cited() {
        Map<String, String> cited = new TreeMap<>();
        for (Path file : Committed.files()) {
            if (file.toString().endsWith(".java")) {
                numbers(file).forEach(number -> cited.put(number, Committed.name(file)));
            }
        }
        return cited;
    }

    private static Stream<String> numbers(Path file) {
        String text = BREAK.matcher(Committed.text(file)).replaceAll(" ");
        return CITATION.matcher(text)
                .results()
                .flatMap(found -> NUMBER.matcher(found.group(1)).results())
                .map(found -> found.group(1));
    }
}
