package network.opencharging.tools.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.Role;
import network.opencharging.tools.manner.Paragraph;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where cases say they stand in the text of OCPI, there is what they speak about. */
class ParagraphsTest {

    @Test
    void paragraphsStandInTheOrderOfTheTextAndEachIsStoodOn() {
        List<String> numbers = Arrays.stream(Paragraph.values()).map(Paragraph::number).toList();
        Set<Paragraph> stoodOn = cases().map(Case::paragraph).collect(Collectors.toSet());

        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers.stream().map(ParagraphsTest::sortable)).isSorted();
        assertThat(stoodOn).containsExactlyInAnyOrder(Paragraph.values());
    }

    /** General rules are in 4, 5 and 16; what is a module's is in the chapter of that module. */
    @ParameterizedTest
    @CsvSource({
        ".locations, 8",
        ".sessions, 9",
        ".cdrs, 10",
        ".tariffs, 11",
        ".tokens, 12",
        "CMD-, 13",
        "CDR-, 10",
        "TOK-, 12",
        "LOC-, 8",
        "VER-, 6",
        "CRED-, 7"
    })
    void casesOfAModuleStandOnItsChapter(String part, String chapter) {
        Set<String> allowed = Set.of("4", "5", "16", chapter);
        List<Case> its = cases().filter(one -> one.id().contains(part)).toList();

        assertThat(its).isNotEmpty();
        assertThat(its)
                .filteredOn(one -> !one.id().equals("CRED-1"))
                .allSatisfy(one ->
                        assertThat(allowed)
                                .as("%s stands on %s", one.id(), one.paragraph())
                                .contains(chapter(one)));
        assertThat(its).anySatisfy(one -> assertThat(chapter(one)).isEqualTo(chapter));
    }

    private static Stream<Case> cases() {
        return Stream.of(Role.CPO, Role.EMSP, Role.HUB)
                .flatMap(role -> Suite.of(role).cases().stream());
    }

    private static String chapter(Case one) {
        return one.paragraph().number().replaceFirst("\\..*", "");
    }

    private static String sortable(String number) {
        return Arrays.stream(number.split("\\."))
                .map(part -> "%03d".formatted(Integer.parseInt(part)))
                .collect(Collectors.joining("."));
    }
}
