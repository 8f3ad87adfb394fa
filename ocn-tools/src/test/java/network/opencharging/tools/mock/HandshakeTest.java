package network.opencharging.tools.mock;

import static network.opencharging.tools.mock.Cast.ALICE;
import static network.opencharging.tools.mock.Cast.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpDoor;
import network.opencharging.tools.ocpi.call.Reply;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The credentials exchange between two platforms, seen from both. */
class HandshakeTest {
    private Cast cast;

    @BeforeEach
    void open() throws IOException {
        cast = Cast.strangers();
    }

    @AfterEach
    void close() {
        cast.close();
    }

    @Test
    void afterAHandshakeBothCanAskEachOther() throws IOException {
        register();

        assertThat(cast.bob.pull(ALICE, ModuleId.LOCATIONS, "").isSuccess()).isTrue();
        assertThat(cast.alice.authorize(BOB, "04B0B0B0C0FFEE", "LOC1").isSuccess()).isTrue();
    }

    @Test
    void tokenAIsVoidOnceItHasBeenUsed() throws IOException {
        register();

        Reply again = versionsOfAlice("token-a");

        assertThat(again.answer().status()).isEqualTo(401);
    }

    @Test
    void tokenAOpensVersionsButNoModule() throws IOException {
        cast.alice.platform().connection().invite("token-a");
        URI locations =
                URI.create(cast.alice.platform().layout().base() + "/ocpi/sender/2.2.1/locations");

        assertThat(versionsOfAlice("token-a").isSuccess()).isTrue();
        assertThat(
                        cast.bob
                                .platform()
                                .caller()
                                .configure("GET", locations, "token-a", "")
                                .answer()
                                .status())
                .isEqualTo(401);
    }

    @Test
    void anUnknownTokenAIsRefusedAndNothingChanges() {
        URI versions = cast.alice.platform().versions();

        assertThatThrownBy(() -> cast.bob.platform().registration().register(versions, "guessed"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("HTTP 401");
        assertThat(cast.bob.platform().connection().peer()).isEmpty();
        assertThat(cast.bob.platform().connection().token()).isEmpty();
    }

    @Test
    void renewingChangesBothTokensAndTheOldOnesAreVoid() throws IOException {
        register();
        String before = cast.alice.platform().connection().token().orElseThrow();

        cast.bob.platform().registration().renew();

        assertThat(cast.bob.pull(ALICE, ModuleId.LOCATIONS, "").isSuccess()).isTrue();
        assertThat(versionsOfAlice(before).answer().status()).isEqualTo(401);
    }

    @Test
    void whoIsRegisteredMustNotPostAgain() throws IOException {
        register();
        URI credentials =
                URI.create(cast.alice.platform().layout().base() + "/ocpi/2.2.1/credentials");
        String token = cast.bob.platform().connection().peer().orElseThrow().token();

        Reply reply = cast.bob.platform().caller().configure("POST", credentials, token, "{}");

        assertThat(reply.answer().status()).isEqualTo(405);
    }

    @Test
    void deletingEndsTheRegistrationOnBothSides() throws IOException {
        register();

        cast.bob.platform().registration().unregister();

        assertThat(cast.alice.platform().connection().peer()).isEmpty();
        assertThat(cast.bob.platform().connection().peer()).isEmpty();
    }

    @Test
    void aHubThatAnswersWithAWebPageIsRefusedInOneSentence() throws IOException {
        try (HttpDoor hub =
                HttpDoor.open(0, request -> Answer.of(200, Headers.NONE, "<html>hello</html>"))) {
            assertThatThrownBy(
                            () -> cast.bob.platform().registration().register(hub.url(), "token-a"))
                    .hasMessageContaining("no OCPI envelope");
        }
    }

    @Test
    void aPlatformWhoseVersionsCannotBeReadIsAnswered3001() throws IOException {
        cast.alice.platform().connection().invite("token-a");
        URI credentials =
                URI.create(cast.alice.platform().layout().base() + "/ocpi/2.2.1/credentials");
        String body =
                """
                {"token":"b","url":"http://127.0.0.1:1/nobody","roles":[{"role":"EMSP"}]}
                """;

        Reply reply = cast.bob.platform().caller().configure("POST", credentials, "token-a", body);

        assertThat(reply.envelope().orElseThrow().status().code()).isEqualTo(3001);
        assertThat(cast.alice.platform().connection().peer()).isEmpty();
    }

    @Test
    void noTokenIsRemembered() throws IOException {
        register();

        for (Platform platform : List.of(cast.bob.platform(), cast.alice.platform())) {
            assertThat(platform.log().all())
                    .isNotEmpty()
                    .allSatisfy(exchange -> {
                        assertThat(exchange.request().headers().get("Authorization")).isEmpty();
                        assertThat(exchange.toString()).doesNotContain("token-");
                    });
        }
    }

    private void register() throws IOException {
        cast.alice.platform().connection().invite("token-a");
        cast.bob.platform().registration().register(cast.alice.platform().versions(), "token-a");
    }

    private Reply versionsOfAlice(String token) throws IOException {
        return cast.bob
                .platform()
                .caller()
                .configure("GET", cast.alice.platform().versions(), token, "");
    }
}
