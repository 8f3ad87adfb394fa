package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Pages and CDR locations: what the server names, the caller reaches through its own node. */
class GivenLinksTest {
    private static final Cast CAST = new Cast();

    @AfterAll
    static void end() {
        CAST.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
    }

    record Pair(StubParty asks, StubParty serves) {
        @Override
        public String toString() {
            return asks.id() + " asks " + serves.id();
        }
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair(CAST.carol, CAST.alice),
                new Pair(CAST.bob, CAST.alice),
                new Pair(CAST.alice, CAST.bob));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theNextPageIsReachedThroughTheOwnNodeAsOftenAsAsked(Pair pair) {
        pair.serves().answers(firstPage(pair.serves()));
        Said first = locations(pair).send();

        assertThat(first.header(HeaderNames.X_TOTAL_COUNT)).isEqualTo("2");
        assertThat(first.header(HeaderNames.X_LIMIT)).isEqualTo("1");
        String next = next(first);
        assertThat(next)
                .startsWith(CAST.nodeOf(pair.asks()).url() + "/ocpi/sender/2.2.1/locations/page/");
        pair.serves().answers(Said.data("[2]"));

        for (int i = 0; i < 2; i++) {
            Said second = CAST.from(pair.asks(), pair.serves()).asks("GET", next).send();
            assertThat(second.text()).isEqualTo(Said.data("[2]").text());
            assertThat(pair.serves().last().target()).isEqualTo(nextPath());
            assertThat(pair.serves().last().header(HeaderNames.AUTHORIZATION))
                    .isEqualTo(Asking.token(pair.serves().outboundToken()));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aSignedPageIsSignedAgainByTheNodeThatChangedItsLink(Pair pair) {
        pair.serves().answers(Signed.by(pair.serves().key(), firstPage(pair.serves())));

        Said first = locations(pair).signedBy(pair.asks().key()).send();

        assertThat(first.code()).isEqualTo(1000);
        assertThat(Signed.signersOf(first))
                .containsExactly(
                        CAST.nodeOf(pair.asks()).key().address(), pair.serves().key().address());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aPostedCdrIsReadBackThroughTheOwnNode(Pair pair) {
        String location = pair.serves().endpoint(ModuleId.CDRS, InterfaceRole.RECEIVER) + "/C%2F1";
        pair.serves().answers(withStatus(201).with(HeaderNames.LOCATION, location));

        Said posted =
                CAST.from(pair.asks(), pair.serves())
                        .asks("POST", "/ocpi/receiver/2.2.1/cdrs")
                        .body("{\"id\":\"C1\"}")
                        .send();

        assertThat(posted.status()).isEqualTo(201);
        String given = posted.header(HeaderNames.LOCATION);
        assertThat(given).startsWith(CAST.nodeOf(pair.asks()).url() + "/ocpi/receiver/2.2.1/cdrs/");
        CAST.from(pair.asks(), pair.serves()).asks("GET", given).send();
        assertThat(pair.serves().last().target()).isEqualTo("/ocpi/2.2.1/receiver/cdrs/C%2F1");
    }

    @Test
    void aLinkOpensForNobodyElse() {
        CAST.alice.answers(firstPage(CAST.alice));
        String next = next(locations(new Pair(CAST.carol, CAST.alice)).send());
        CAST.forget();

        Said foreign =
                Asking.at(CAST.north.url(), CAST.alice, CAST.alice.id()).asks("GET", next).send();

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.code()).isEqualTo(2001);
        assertThat(CAST.alice.seen()).isEmpty();
    }

    @Test
    void garbageOpensNothing() {
        for (String path :
                new String[] {
                    "/ocpi/sender/2.2.1/locations/page/17",
                    "/ocpi/sender/2.2.1/tariffs/page/" + "A".repeat(80),
                    "/ocpi/receiver/2.2.1/cdrs/1"
                }) {
            for (StubParty to : new StubParty[] {CAST.alice, CAST.bob}) {
                Said said = CAST.from(CAST.carol, to).asks("GET", path).send();
                assertThat(said.status()).isEqualTo(404);
                assertThat(said.code()).isEqualTo(2001);
                assertThat(to.seen()).isEmpty();
            }
        }
    }

    @Test
    void aCustomModuleHasPagesTooAndMayHaveAPathThatOnlyLooksLikeOne() {
        String page = CAST.alice.endpoint(new ModuleId("xyz-parking"), InterfaceRole.SENDER);
        CAST.alice.answers(
                Said.data("[1]").with(HeaderNames.LINK, "<" + page + "?offset=1>; rel=\"next\""));
        Asking asking = CAST.from(CAST.carol, CAST.alice);
        Said first = asking.asks("GET", "/ocpi/custom/sender/xyz-parking").send();
        asking.asks("GET", next(first)).send();
        assertThat(CAST.alice.last().target()).isEqualTo("/ocpi/2.2.1/sender/xyz-parking?offset=1");

        asking.asks("GET", "/ocpi/custom/sender/xyz-parking/page/17?x=1").send();
        assertThat(CAST.alice.last().target())
                .isEqualTo("/ocpi/2.2.1/sender/xyz-parking/page/17?x=1");
    }

    @Test
    void aLinkOutOfThePartysOwnAddressesIsNotFollowed() {
        CAST.alice.answers(
                Said.data("[1]")
                        .with(HeaderNames.LINK, "<" + CAST.bob.url() + "/x>; rel=\"next\""));
        String next = next(locations(new Pair(CAST.carol, CAST.alice)).send());

        Said said = CAST.from(CAST.carol, CAST.alice).asks("GET", next).send();

        assertThat(said.status()).isEqualTo(404);
        assertThat(CAST.bob.seen()).isEmpty();
    }

    private static Asking locations(Pair pair) {
        return CAST.from(pair.asks(), pair.serves())
                .asks("GET", "/ocpi/sender/2.2.1/locations?limit=1");
    }

    private static Said firstPage(StubParty server) {
        return Said.data("[1]")
                .with(HeaderNames.LINK, "<" + server.url() + nextPath() + ">; rel=\"next\"")
                .with(HeaderNames.X_TOTAL_COUNT, "2")
                .with(HeaderNames.X_LIMIT, "1");
    }

    private static String nextPath() {
        return "/ocpi/2.2.1/sender/locations?offset=1&limit=1&key=a%2Fb";
    }

    private static Said withStatus(int status) {
        return Said.json(status, Said.ok().text());
    }

    private static String next(Said said) {
        String link = said.header(HeaderNames.LINK);
        assertThat(link).endsWith(">; rel=\"next\"");
        return link.substring(1, link.indexOf('>'));
    }
}
