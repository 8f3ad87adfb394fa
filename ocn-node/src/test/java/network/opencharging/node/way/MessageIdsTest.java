package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.message.HeaderNames;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that a sender did not give are made by its node, and stay the same along the whole way. */
class MessageIdsTest {
    private static final Cast CAST = new Cast();

    @AfterAll
    static void end() {
        CAST.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoGivesNoIdsIsToldThoseThatTheNodeMade(boolean atTheSameNode) {
        StubParty to = atTheSameNode ? CAST.carol : CAST.bob;

        Said said = withoutIds(to).send();

        assertThat(said.code()).isEqualTo(1000);
        assertThat(said.header(HeaderNames.X_REQUEST_ID)).isNotBlank();
        assertThat(said.header(HeaderNames.X_CORRELATION_ID))
                .isNotBlank()
                .isEqualTo(to.last().header(HeaderNames.X_CORRELATION_ID));
        assertThat(to.last().header(HeaderNames.X_REQUEST_ID))
                .as("each hop has a request id of its own")
                .isNotBlank()
                .isNotEqualTo(said.header(HeaderNames.X_REQUEST_ID));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noTwoMessagesGetTheSame(boolean atTheSameNode) {
        StubParty to = atTheSameNode ? CAST.carol : CAST.bob;

        Said one = withoutIds(to).send();
        Said other = withoutIds(to).send();

        assertThat(one.header(HeaderNames.X_CORRELATION_ID))
                .isNotEqualTo(other.header(HeaderNames.X_CORRELATION_ID));
        assertThat(to.seen())
                .extracting(seen -> seen.header(HeaderNames.X_REQUEST_ID))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "GET"})
    void whatTheHubAnswersItselfHasThemToo(String method) {
        boolean push = method.equals("PUT");
        Asking asking =
                Asking.at(CAST.north.url(), push ? CAST.alice : CAST.carol, TestNode.HUB)
                        .asks(
                                method,
                                push
                                        ? "/ocpi/receiver/2.2.1/locations/DE/ALC/L1"
                                        : "/ocpi/sender/2.2.1/locations")
                        .body(push ? "{}" : "");

        Said said = asking.send();

        assertThat(said.code()).isEqualTo(1000);
        assertThat(said.header(HeaderNames.X_REQUEST_ID)).isEqualTo("request-1");
        assertThat(said.header(HeaderNames.X_CORRELATION_ID)).isEqualTo("correlation-1");
        assertThat(said.header(HeaderNames.FROM_PARTY_ID)).isEqualTo("OCN");
    }

    private static Asking withoutIds(StubParty to) {
        return CAST.from(CAST.alice, to)
                .asks("GET", "/ocpi/receiver/2.2.1/locations/DE/ALC/L1")
                .without(HeaderNames.X_REQUEST_ID)
                .without(HeaderNames.X_CORRELATION_ID);
    }
}
