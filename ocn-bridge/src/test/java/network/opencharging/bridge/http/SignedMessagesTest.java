package network.opencharging.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.backoffice.TokenAuthorizer;
import network.opencharging.bridge.model.RandomObjects;
import network.opencharging.bridge.model.v221.AuthorizationInfo;
import network.opencharging.bridge.sign.Demand;
import network.opencharging.bridge.sign.PartySigner;
import network.opencharging.bridge.sign.Signings;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.signing.OcnVerifier;
import network.opencharging.protocol.signing.SignedValues;
import network.opencharging.protocol.signing.Verification;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/** Only who the registry knows for the party may sign for it, and everything must be covered. */
class SignedMessagesTest {
    private static final String PATH = "sender/2.2.1/locations";
    private static final String REFERENCES = "{\"location_id\":\"l1\"}";
    private static final String AUTHORIZE = "sender/2.2.1/tokens/t1/authorize";

    @Test
    void aQuestionThatItsPartySignedIsAnsweredAndTheAnswerIsSigned() {
        try (Bridge bridge = bridge(Demand.ALWAYS);
                Partner bob = signed(bridge, Signings.BOB)) {
            Partner.Answer answer = bob.get(PATH);

            assertThat(answer.code()).isEqualTo(1000);
            Verification verification =
                    OcnVerifier.strict()
                            .verify(
                                    SignedValues.ofAnswer(
                                            Headers.ofMany(answer.raw().headers().map()),
                                            answer.envelope()),
                                    answer.envelope().textOf("ocn_signature").orElseThrow());
            assertThat(verification)
                    .isInstanceOfSatisfying(
                            Verification.Valid.class,
                            valid ->
                                    assertThat(valid.signatory())
                                            .isEqualTo(Signings.ALICE.address()));
        }
    }

    @Test
    void aWellFormedSignatureOfAStrangerIsRefused() {
        try (Bridge bridge = bridge(Demand.WHERE_SIGNED);
                Partner bob = signed(bridge, Signings.MALLORY)) {
            Partner.Answer answer = bob.get(PATH);

            assertThat(answer.code()).isEqualTo(2001);
            assertThat(answer.message()).contains("may not sign for NL/BOB");
            // Nobody can believe it, but somebody can look at it.
            assertThat(bridge.refusals).singleElement().asString().contains("may not sign");
        }
    }

    @Test
    void theOperatorOfAPartyMaySignForIt() {
        try (Bridge bridge = bridge(Demand.ALWAYS);
                Partner bob = signed(bridge, Signings.OPERATOR)) {
            assertThat(bob.get(PATH).code()).isEqualTo(1000);
        }
    }

    @Test
    void anUnsignedQuestionIsRefusedWhereSignaturesAreDemanded() {
        try (Bridge bridge = bridge(Demand.ALWAYS);
                Partner bob = bridge.bob()) {
            assertThat(bob.get(PATH).message()).contains("send OCN-Signature");
        }
    }

    @Test
    void anUnsignedQuestionIsAnsweredWhereTheyAreNot() {
        try (Bridge bridge = bridge(Demand.WHERE_SIGNED);
                Partner bob = bridge.bob()) {
            assertThat(bob.get(PATH).code()).isEqualTo(1000);
        }
    }

    @Test
    void aBodyThatWasChangedAfterSigningIsRefused() {
        try (Bridge bridge = bridge(Demand.ALWAYS);
                Partner bob = signed(bridge, Signings.BOB, REFERENCES)) {
            assertThat(bob.send("POST", AUTHORIZE, REFERENCES).code()).isEqualTo(1000);

            Partner.Answer changed = bob.send("POST", AUTHORIZE, REFERENCES.replace("l1", "l2"));

            assertThat(changed.code()).isEqualTo(2001);
        }
    }

    @Test
    void aParameterThatIsGivenTwiceIsRefusedBecauseASignatureSpeaksOfOne() {
        try (Bridge bridge = bridge(Demand.WHERE_SIGNED);
                Partner bob = bridge.bob()) {
            Partner.Answer answer = bob.get(PATH + "?limit=1&limit=2");

            assertThat(answer.http()).isEqualTo(400);
        }
    }

    private static Bridge bridge(Demand demand) {
        MemoryBackoffice memory = new MemoryBackoffice();
        return new Bridge(
                memory.parts().authorizer((context, uid, type, place) -> known()).build(),
                Duration.ofSeconds(20),
                Signings.signing(Bridge.ALICE, Signings.ALICE, demand));
    }

    private static TokenAuthorizer.Authorization known() {
        return new TokenAuthorizer.Authorization.Known(
                AuthorizationInfo.SHAPE
                        .read(RandomObjects.sparse(3).next(AuthorizationInfo.SHAPE))
                        .orThrow());
    }

    private static Partner signed(Bridge bridge, PrivateKey key) {
        return signed(bridge, key, "");
    }

    private static Partner signed(Bridge bridge, PrivateKey key, String body) {
        String signature =
                new PartySigner(Map.of(Bridge.BOB, key))
                        .request(
                                RoutingHeaders.of(Bridge.BOB, Bridge.ALICE),
                                "corr-1",
                                Map.of(),
                                Body.of(body))
                        .orElseThrow();
        return bridge.bob().with("OCN-Signature", signature);
    }
}
