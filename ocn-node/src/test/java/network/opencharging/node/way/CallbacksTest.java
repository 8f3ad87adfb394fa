package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.HeaderNames;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Results that come later: the URL that was given is reached through both nodes. */
class CallbacksTest {
    private static final Cast CAST = new Cast();

    @AfterAll
    static void end() {
        CAST.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
    }

    record Order(StubParty asks, StubParty serves, String method, String path, boolean signed) {
        boolean inQuery() {
            return !(method.equals("POST") || method.equals("PUT"));
        }

        @Override
        public String toString() {
            return "%s %s, %s asks %s%s"
                    .formatted(method, path, asks.id(), serves.id(), signed ? ", signed" : "");
        }
    }

    static Stream<Order> orders() {
        return Stream.of(true, false)
                .flatMap(signed ->
                        Stream.of(CAST.carol, CAST.bob)
                                .flatMap(asks ->
                                        Stream.of(
                                                order(
                                                        asks,
                                                        "POST",
                                                        "commands/START_SESSION",
                                                        signed),
                                                order(asks, "POST", "commands/RESERVE_NOW", signed),
                                                order(asks, "GET", "chargingprofiles/S1", signed),
                                                order(asks, "PUT", "chargingprofiles/S1", signed),
                                                order(
                                                        asks,
                                                        "DELETE",
                                                        "chargingprofiles/S1",
                                                        signed))));
    }

    private static Order order(StubParty asks, String method, String path, boolean signed) {
        return new Order(asks, CAST.alice, method, path, signed);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void theResultReachesTheUrlThatWasGiven(Order order) {
        Asking asking = asking(order);
        Said accepted = (order.signed() ? asking.signedBy(order.asks().key()) : asking).send();
        assertThat(accepted.code()).isEqualTo(1000);
        Seen ordered = order.serves().last();
        String url = responseUrl(order, ordered);
        assertThat(url)
                .startsWith(CAST.nodeOf(order.serves()).url() + "/ocpi/sender/2.2.1/")
                .hasSizeLessThan(255);
        if (order.signed()) {
            Map<String, String> query = order.inQuery() ? Map.of("response_url", url) : Map.of();
            assertThat(Signed.signersOf(ordered, query))
                    .containsExactly(
                            CAST.nodeOf(order.asks()).key().address(),
                            order.asks().key().address());
        }

        for (int again = 0; again < 2; again++) {
            Asking result =
                    newRequest(order.serves(), order.asks())
                            .asks("POST", url)
                            .body("{\"result\":\"ACCEPTED\", \"n\":1.0}");
            Said thanks = (order.signed() ? result.signedBy(order.serves().key()) : result).send();
            assertThat(thanks.text()).isEqualTo(Said.ok().text());
            Seen arrived = order.asks().last();
            assertThat(arrived.method()).isEqualTo("POST");
            assertThat(arrived.target()).isEqualTo("/results/17?key=a%2Fb");
            assertThat(arrived.text()).isEqualTo("{\"result\":\"ACCEPTED\", \"n\":1.0}");
            if (order.signed()) {
                assertThat(Signed.signersOf(arrived, Map.of("key", "a/b")))
                        .as("a strict receiver finds its whole URL signed")
                        .containsExactly(order.serves().key().address());
            }
            assertThat(arrived.header(HeaderNames.AUTHORIZATION))
                    .isEqualTo(Asking.token(order.asks().outboundToken()));
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aResultFromSomebodyElseReachesNobody(Order order) {
        asking(order).send();
        String url = responseUrl(order, order.serves().last());
        StubParty stranger = order.asks() == CAST.carol ? CAST.bob : CAST.carol;
        CAST.forget();
        String path = url.substring(url.indexOf("/ocpi/"));

        Said said =
                newRequest(stranger, order.asks())
                        .asks("POST", CAST.nodeOf(stranger).url() + path)
                        .body("{\"result\":\"ACCEPTED\"}")
                        .send();

        assertThat(said.status()).isEqualTo(404);
        assertThat(said.code()).isEqualTo(2001);
        assertThat(order.asks().seen()).isEmpty();
    }

    /** Under an id of its own: the same message twice is not passed to another node. */
    private static Asking newRequest(StubParty from, StubParty to) {
        return CAST.from(from, to).with(HeaderNames.X_REQUEST_ID, UUID.randomUUID().toString());
    }

    private static Asking asking(Order order) {
        String callback = order.asks().url() + "/results/17?key=a%2Fb";
        Asking asking = newRequest(order.asks(), order.serves());
        String path = "/ocpi/receiver/2.2.1/" + order.path();
        return order.inQuery()
                ? asking.asks(
                        order.method(),
                        path
                                + "?response_url="
                                + callback.replace("?", "%3F").replace("%2F", "%252F"))
                : asking.asks(order.method(), path)
                        .body("{ \"response_url\" : " + Json.text(callback) + ", \"kwh\" : 1.50 }");
    }

    private static String responseUrl(Order order, Seen seen) {
        if (order.inQuery()) {
            String query = seen.target().substring(seen.target().indexOf("response_url=") + 13);
            return URLDecoder.decode(query, StandardCharsets.UTF_8);
        }
        return ((Json.Obj) seen.content().json().orThrow()).textOf("response_url").orElseThrow();
    }
}
