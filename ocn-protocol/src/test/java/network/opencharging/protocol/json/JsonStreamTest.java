package network.opencharging.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.JsonStream.Step;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

class JsonStreamTest {

    @Test
    void aListGivesItsItems() {
        assertThat(steps("[{\"a\":1},2,[3]]"))
                .containsExactly(item("$[0]", "{\"a\":1}"), item("$[1]", "2"), item("$[2]", "[3]"));
    }

    @Test
    void anEnvelopeGivesTheItemsOfItsDataAndThenItself() {
        assertThat(steps("{\"status_code\":1000,\"data\":[1,2],\"timestamp\":\"t\"}"))
                .containsExactly(
                        item("$.data[0]", "1"),
                        item("$.data[1]", "2"),
                        new Step.Envelope(
                                "$", object("{\"status_code\":1000,\"timestamp\":\"t\"}"), 2));
    }

    @Test
    void anObjectOnItsOwnIsOneItem() {
        assertThat(steps("{\"id\":\"LOC1\",\"evses\":[{},{}]}"))
                .containsExactly(item("$", "{\"id\":\"LOC1\",\"evses\":[{},{}]}"));
        assertThat(steps("{\"data\":{\"id\":1}}"))
                .containsExactly(item("$", "{\"data\":{\"id\":1}}"));
        assertThat(steps("{\"data\":null}")).containsExactly(item("$", "{\"data\":null}"));
    }

    @Test
    void valuesThatFollowEachOtherAreNumbered() {
        assertThat(steps("{\"a\":1}\n{\"a\":2}\n7"))
                .containsExactly(item("$", "{\"a\":1}"), item("$1", "{\"a\":2}"), item("$2", "7"));
    }

    @Test
    void anItemThatNamesAMemberTwiceIsLeftOutAndTheNextIsRead() {
        List<Step> steps = steps("[{\"a\":{\"b\":1,\"b\":[{}]},\"c\":[1]},{\"d\":2}]");

        assertThat(steps.getFirst())
                .isInstanceOfSatisfying(
                        Step.Broken.class,
                        broken -> {
                            assertThat(broken.path()).isEqualTo("$[0]");
                            assertThat(broken.why()).contains("twice");
                            assertThat(broken.last()).isFalse();
                        });
        assertThat(steps.subList(1, steps.size())).containsExactly(item("$[1]", "{\"d\":2}"));
    }

    @Test
    void whatIsNotJsonEndsReadingAndSaysWhere() {
        List<Step> steps = steps("[1,2,oops,3]");

        assertThat(steps).hasSize(3);
        assertThat(steps.getLast())
                .isInstanceOfSatisfying(
                        Step.Broken.class,
                        broken -> {
                            assertThat(broken.last()).isTrue();
                            assertThat(broken.path()).isEqualTo("$[2]");
                            assertThat(broken.offset()).isBetween(5L, 10L);
                        });
        assertThat(steps("[1,")).last().isInstanceOf(Step.Broken.class);
    }

    @Test
    void aTextWithoutEndIsReadValueByValue() {
        String one = "{\"id\":\"%s\"}".formatted("x".repeat(1000));
        InputStream endless =
                new SequenceInputStream(
                        Collections.enumeration(
                                Collections.nCopies(200_000, one + "\n").stream()
                                        .<InputStream>map(JsonStreamTest::bytes)
                                        .toList()));

        try (JsonStream stream = JsonReader.stream(endless)) {
            int read = 0;
            while (stream.next().isPresent()) {
                read++;
            }
            assertThat(read).isEqualTo(200_000);
        }
    }

    @Test
    void aSingleValueHasALimit() {
        String item = "{\"id\":\"%s\"},".formatted("x".repeat(100_000));
        InputStream oneLargeObject = bytes("{\"locations\":[" + item.repeat(400) + "1]}");

        try (JsonStream stream = JsonReader.stream(oneLargeObject)) {
            assertThat(stream.next())
                    .get()
                    .isInstanceOfSatisfying(
                            Step.Broken.class,
                            broken -> assertThat(broken.why()).contains("longer than 16777216"));
            assertThat(stream.next()).isEmpty();
        }
    }

    private static List<Step> steps(String text) {
        List<Step> steps = new ArrayList<>();
        try (JsonStream stream = JsonReader.stream(bytes(text))) {
            for (Optional<Step> step = stream.next(); step.isPresent(); step = stream.next()) {
                steps.add(step.get());
            }
        }
        return steps;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Step.Item item(String path, String json) {
        return new Step.Item(path, JsonReader.standard().read(json).orThrow());
    }

    private static Json.Obj object(String json) {
        return (Json.Obj) JsonReader.standard().read(json).orThrow();
    }
}
