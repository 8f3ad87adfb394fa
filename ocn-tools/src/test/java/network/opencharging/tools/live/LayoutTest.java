package network.opencharging.tools.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** A picture on screens of all sizes. */
class LayoutTest {
    private final Picture picture =
            new Picture() {
                @Override
                public List<String> head() {
                    return List.of("a head that is rather long", "");
                }

                @Override
                public List<String> columns() {
                    return List.of("NAME", "NUMBER");
                }

                @Override
                public List<List<Cell>> rows(int most) {
                    return IntStream.range(0, most)
                            .mapToObj(i -> List.of(Cell.of("row " + i), Cell.judged(false, "1")))
                            .toList();
                }

                @Override
                public SequencedMap<Character, String> keys() {
                    SequencedMap<Character, String> keys = new LinkedHashMap<>();
                    keys.put('x', "do something");
                    return keys;
                }
            };

    @Test
    void headTableAndKeysFillTheScreen() {
        List<String> lines = text(8, 40, false);

        assertThat(lines)
                .containsExactly(
                        "a head that is rather long",
                        "",
                        "NAME   NUMBER",
                        "row 0  1",
                        "row 1  1",
                        "row 2  1",
                        "",
                        "q end   p hold   x do something");
        assertThat(text(8, 60, true).getLast())
                .isEqualTo("q end   p go on   x do something   (held)");
    }

    @Test
    void newsStandBelowTheTableTheNewestLast() {
        Picture telling =
                new Picture() {
                    @Override
                    public List<String> head() {
                        return List.of();
                    }

                    @Override
                    public List<String> columns() {
                        return List.of("NAME");
                    }

                    @Override
                    public List<List<Cell>> rows(int most) {
                        return List.of(List.of(Cell.of("row of " + most)));
                    }

                    @Override
                    public List<String> foot() {
                        return List.of("first", "second", "third");
                    }
                };

        assertThat(new Layout(7, 40).of(telling, false).stream().map(Layout::text))
                .containsExactly("NAME", "row of 2", "", "second", "third", "", "q end   p hold");
    }

    @Test
    void keysThatDoNotFitOnALineStandOnTwo() {
        List<String> lines = text(8, 20, false);

        assertThat(lines).hasSize(8).endsWith("q end   p hold", "x do something");
        assertThat(text(4, 20, false)).endsWith("q end   p hold   x …");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 5", "4, 10", "8, 3", "24, 80", "500, 500"})
    void nothingIsWiderOrHigherThanTheScreen(int height, int width) {
        List<String> lines = text(height, width, false);

        assertThat(lines).hasSizeLessThanOrEqualTo(Math.max(height, 4));
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }

    private List<String> text(int height, int width, boolean held) {
        return new Layout(height, width).of(picture, held).stream().map(Layout::text).toList();
    }
}
