package network.opencharging.node.message;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;

import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void whatIsNotTouchedStaysAsItIsWritten() {
        Query query = new Query("a=%2f&response_url=http%3A%2F%2Fx&b=+c&&d=%zz&e");

        assertThat(query.with("response_url", "https://n/1?k=v&w").text())
                .isEqualTo("a=%2f&response_url=https%3A%2F%2Fn%2F1%3Fk%3Dv%26w&b=+c&&d=%zz&e");
        assertThat(query.with("other", "x").text()).isEqualTo(query.text());
    }

    @Test
    void parametersAreDecodedInTheirOrder() {
        assertThat(new Query("b=%C3%BC+x&a=&c").parameters())
                .containsExactly(
                        java.util.Map.entry("b", "ü x"),
                        java.util.Map.entry("a", ""),
                        java.util.Map.entry("c", ""));
        assertThat(Query.NONE.parameters()).isEmpty();
    }

    @Test
    void aRepeatedNameIsFoundHoweverItIsWritten() {
        assertThat(new Query("a=1&%61=2").repeated()).contains("a");
        assertThat(new Query("a=1&A=2").repeated()).isEmpty();
    }

    @Test
    void whatNodesSendToEachOtherIsReadBackAsItWas() {
        Query query = new Query("date_from=2026-01-01T00:00:00Z&x=a%2Fb%20%C3%BC&n=");

        assertThat(Query.of(query.toJson()).parameters()).isEqualTo(query.parameters());
        assertThat(Query.of(Json.Obj.EMPTY.with("limit", Json.number(5))).text())
                .isEqualTo("limit=5");
    }

    @Test
    void itIsPutBehindAUrlThatMayHaveOneAlready() {
        assertThat(new Query("a=1").appendTo("http://x/y")).isEqualTo("http://x/y?a=1");
        assertThat(new Query("a=1").appendTo("http://x/y?z")).isEqualTo("http://x/y?z&a=1");
        assertThat(Query.NONE.appendTo("http://x/y")).isEqualTo("http://x/y");
    }
}
