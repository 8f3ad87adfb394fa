package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.message.HeaderNames;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The versions that another party speaks, asked through the hub. */
class VersionsTest {
    private static final Cast CAST = new Cast();
    private static final String LIST =
            "[{\"version\":\"2.2.1\",\"url\":\"https://x.example/2.2.1\"}]";

    @AfterAll
    static void end() {
        CAST.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ocpi/2.2.1/versions", "/ocpi/2.2/versions"})
    void theyAreThoseThatThePartyItselfTellsHereAndBehindAnotherNode(String path) {
        for (StubParty asked : new StubParty[] {CAST.carol, CAST.bob}) {
            asked.answers(Said.data(LIST));

            Said said = CAST.from(CAST.alice, asked).asks("GET", path).send();

            assertThat(said.code()).isEqualTo(1000);
            assertThat(said.text()).contains(LIST);
            assertThat(asked.last().target()).isEqualTo("/ocpi/versions");
            assertThat(asked.last().header(HeaderNames.AUTHORIZATION))
                    .isEqualTo(Asking.token(asked.outboundToken()));
        }
    }

    @Test
    void nobodyAsksWithoutATokenOrInAForeignName() {
        Asking asking = CAST.from(CAST.alice, CAST.carol).asks("GET", "/ocpi/2.2.1/versions");

        assertThat(asking.without(HeaderNames.AUTHORIZATION).send().status()).isEqualTo(401);
        assertThat(asking.with(HeaderNames.FROM_PARTY_ID, "BOB").send().code()).isEqualTo(2001);
        assertThat(CAST.carol.seen()).isEmpty();
    }

    @Test
    void theyAreReadAndNothingElse() {
        Asking asking = CAST.from(CAST.alice, CAST.carol).body("{}");

        assertThat(asking.asks("PUT", "/ocpi/2.2.1/versions").send().code()).isEqualTo(2001);
        assertThat(asking.asks("GET", "/ocpi/2.2.1/versions/x").send().status()).isEqualTo(404);
        assertThat(asking.asks("GET", "/ocpi/sender/2.2.1/versions").send().status())
                .isEqualTo(404);
        assertThat(CAST.carol.seen()).isEmpty();
    }

    @Test
    void aNodeOfTheFirstGenerationIsNotAskedForWhatItDoesNotKnow() {
        String bobsNode = "ocn.node.relay.peers." + Cast.key(9).address() + "=P1";
        try (Cast cast = new Cast(bobsNode)) {
            Said said = cast.from(cast.alice, cast.bob).asks("GET", "/ocpi/2.2.1/versions").send();

            assertThat(said.code()).isEqualTo(2001);
            assertThat(said.sentence()).contains("module versions");
            assertThat(cast.bob.seen()).isEmpty();
        }
    }
}
