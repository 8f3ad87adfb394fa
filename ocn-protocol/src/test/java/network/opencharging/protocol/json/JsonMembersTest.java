package network.opencharging.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class JsonMembersTest {
    private final JsonReader reader = JsonReader.standard();

    private JsonMembers members(String text) {
        return reader.members(text.getBytes(StandardCharsets.UTF_8)).orThrow();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aMemberIsReplacedAndEveryOtherByteStays() {
        String before =
                """
                { "é" : 1.50 ,
                 "response_url" :"https://a" , "z":[ 1 ,2 ]  }
                """;

        assertThat(text(members(before).with("response_url", bytes("\"https://b/c\""))))
                .isEqualTo(
                        """
                        { "é" : 1.50 ,
                         "response_url" :"https://b/c" , "z":[ 1 ,2 ]  }
                        """);
    }

    @Test
    void aNewMemberIsAddedBehindTheLast() {
        assertThat(text(members("{\"a\":1 }").with("s", bytes("\"x\""))))
                .isEqualTo("{\"a\":1,\"s\":\"x\" }");
        assertThat(text(members("{ }").with("s", bytes("1")))).isEqualTo("{\"s\":1 }");
        assertThat(text(members("\uFEFF{}").with("s", bytes("1")))).isEqualTo("\uFEFF{\"s\":1}");
    }

    @Test
    void aMemberIsRemovedWithItsComma() {
        assertThat(text(members("{\"a\":1,\"s\":\"x\",\"b\":2}").without("s")))
                .isEqualTo("{\"a\":1,\"b\":2}");
        assertThat(text(members("{\"a\":1, \"s\":{\"s\":1} }").without("s")))
                .isEqualTo("{\"a\":1 }");
        assertThat(text(members("{\"s\":1, \"a\":1}").without("s"))).isEqualTo("{\"a\":1}");
        assertThat(text(members("{ \"s\":1 }").without("s"))).isEqualTo("{}");
        assertThat(text(members("{\"a\":1}").without("s"))).isEqualTo("{\"a\":1}");
    }

    @Test
    void aValueDeepInsideIsReplacedByItsPath() {
        String before = "{\"a\":{ \"b\" :{\"c\":1.0}, \"d\":2}}";

        assertThat(
                        members(before)
                                .with(List.of("a", "b", "c"), bytes("\"x\""))
                                .map(JsonMembersTest::text))
                .contains("{\"a\":{ \"b\" :{\"c\":\"x\"}, \"d\":2}}");
        assertThat(members(before).with(List.of("a", "x"), bytes("1"))).isEmpty();
        assertThat(members(before).with(List.of("a", "d", "c"), bytes("1"))).isEmpty();
    }

    @Test
    void aNameIsFoundHoweverItIsEscaped() {
        assertThat(members("{\"\\u0061\":1}").value("a").map(JsonMembersTest::text)).contains("1");
    }

    @Test
    void onlyAnObjectHasMembers() {
        assertThat(reader.members(bytes("[1]"))).isInstanceOf(JsonReading.Malformed.class);
        assertThat(reader.members(bytes("{\"a\":1,\"a\":1}")))
                .isInstanceOf(JsonReading.Malformed.class);
        assertThat(reader.members(bytes("{\"a\":1} x"))).isInstanceOf(JsonReading.Malformed.class);
        assertThat(reader.members(bytes("{\"a\":tru}"))).isInstanceOf(JsonReading.Malformed.class);
    }

    @Test
    void splicingIsTheSameAsChangingTheValue() {
        RandomJson random = new RandomJson(new Random(7));
        for (int i = 0; i < 2_000; i++) {
            Json.Obj object = random.object(3);
            String spread = random.spread(object);
            JsonMembers members = members(spread);
            String name = random.pick(List.of("a", "data", "ocn_signature", "🔌"));
            Json value = random.value(2);

            assertThat(List.copyOf(members.names()))
                    .isEqualTo(List.copyOf(object.members().sequencedKeySet()));
            assertThat(members.read(name)).isEqualTo(object.member(name));
            assertThat(reader.read(members.with(name, value.bytes())).orThrow())
                    .isEqualTo(object.with(name, value));
            assertThat(reader.read(members.without(name)).orThrow())
                    .isEqualTo(object.without(name));
            if (!object.members().containsKey(name) && !object.members().isEmpty()) {
                assertThat(text(members(text(members.with(name, value.bytes()))).without(name)))
                        .as("added and removed again: the same bytes")
                        .isEqualTo(spread);
            }
        }
    }

    @Test
    void aMissingMemberHasNoValue() {
        assertThat(members("{}").value("a")).isEqualTo(Optional.empty());
    }
}
