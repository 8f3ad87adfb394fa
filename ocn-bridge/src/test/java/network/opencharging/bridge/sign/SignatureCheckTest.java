package network.opencharging.bridge.sign;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** Whose signature counts for whom. */
class SignatureCheckTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");

    @Test
    void forTheHubItselfSignsTheOperatorThroughWhomAPartySpeaksToIt() {
        assertThat(answerOfTheHub(Signings.OPERATOR))
                .isInstanceOfSatisfying(
                        Judgement.Good.class,
                        good -> assertThat(good.author()).isEqualTo(Signings.OPERATOR.address()));
        assertThat(answerOfTheHub(Signings.BOB)).isInstanceOf(Judgement.Bad.class);
        assertThat(answerOfTheHub(Signings.MALLORY).objection())
                .hasValueSatisfying(why -> assertThat(why).contains("may not sign for DE/HUB"));
    }

    private static Judgement answerOfTheHub(PrivateKey key) {
        Body answer =
                new PartySigner(Map.of(Signings.HUB, key))
                        .answer(
                                Signings.HUB,
                                Headers.NONE,
                                Body.of(
                                        "{\"status_code\":1000,\"timestamp\":\"2026-11-21T10:00:00Z\"}"));
        return Signings.signing(ALICE, Signings.ALICE, Demand.WHERE_SIGNED)
                .check()
                .judge(Signings.HUB, ALICE, Headers.NONE, answer);
    }
}
