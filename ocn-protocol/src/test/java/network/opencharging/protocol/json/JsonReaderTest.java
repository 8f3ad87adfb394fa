package network.opencharging.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Random;

class JsonReaderTest {
    private final JsonReader reader = JsonReader.standard();

    @Test
    void numbersAndOrderStayAsTheyWereWritten() {
        String text =
                "{\"z\":25.0,\"a\":2.50E+1,\"10\":-0.0,\"2\":12345678901234567890,\"b\":[true,false,null,\"\"]}";

        assertThat(reader.read(text).orThrow().text()).isEqualTo(text);
    }

    @Test
    void stringsAreWrittenWithNoMoreEscapesThanNeeded() {
        String text = "\"\\u00e9\\/\\u0001\\n\\\"\\\\ \\ud83d\\udd0c \\ud83d\"";

        assertThat(reader.read(text).orThrow().text())
                .isEqualTo("\"é/\\u0001\\n\\\"\\\\ 🔌 \\uD83D\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF{}", "  {}\r\n\t", "1", "\"x\"", "null", "[]"})
    void anyValueMayStandAtTheTop(String text) {
        assertThat(reader.read(text)).isInstanceOf(JsonReading.Read.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}}",
                "{} {}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "[1,]",
                "01",
                "+1",
                ".5",
                "1.",
                "NaN",
                "tru",
                "\"\u0001\"",
                "\"\\x\"",
                "// comment\n1",
                "{\"a\":1,\"a\":2}",
                "{\"b\":{\"a\":1,\"\\u0061\":2}}"
            })
    void whatIsNotJsonIsRefusedWithAReason(String text) {
        assertThat(reader.read(text))
                .isInstanceOfSatisfying(
                        JsonReading.Malformed.class,
                        malformed -> assertThat(malformed.why()).isNotBlank());
        assertThatThrownBy(() -> reader.read(text).orThrow())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyUtf8IsRead() {
        assertThat(reader.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(JsonReading.Malformed.class);
        assertThat(reader.read(new byte[] {'"', (byte) 0xE9, '"'}))
                .isInstanceOf(JsonReading.Malformed.class);
    }

    @Test
    void whatIsOverALimitIsRefused() {
        JsonReader small = new JsonReader(new JsonLimits(100, 3, 5, 10, 8));

        assertThat(small.read("[[[1]]]")).isInstanceOf(JsonReading.Read.class);
        assertThat(small.read("[[[[1]]]]")).isInstanceOf(JsonReading.Malformed.class);
        assertThat(small.read("{\"123456\":1}")).isInstanceOf(JsonReading.Malformed.class);
        assertThat(small.read("\"12345678901\"")).isInstanceOf(JsonReading.Malformed.class);
        assertThat(small.read("123456789")).isInstanceOf(JsonReading.Malformed.class);
        assertThat(small.read(" ".repeat(100) + "1")).isInstanceOf(JsonReading.Malformed.class);
        assertThat(small.members("{\"a\":[[[1]]]}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonReading.Malformed.class);
    }

    @Test
    void theReasonDoesNotRepeatTheText() {
        String why = ((JsonReading.Malformed<Json>) reader.read("{\"token\":sEcReT}")).why();

        assertThat(why).doesNotContain("sEcReT");
    }

    @Test
    void everyValueComesBackFromItsText() {
        RandomJson random = new RandomJson(new Random(1));
        for (int i = 0; i < 2_000; i++) {
            Json value = random.value(4);
            assertThat(reader.read(random.spread(value)).orThrow()).isEqualTo(value);
            assertThat(reader.read(value.bytes()).orThrow()).isEqualTo(value);
        }
    }
}
