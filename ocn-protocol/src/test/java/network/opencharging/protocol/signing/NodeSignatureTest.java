package network.opencharging.protocol.signing;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.NodeMessageTest;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Golden texts with the public development key of the first nodes. */
class NodeSignatureTest {
    private static final PrivateKey DEVELOPMENT =
            PrivateKey.parse("1c3e5453c0f9aa74a8eb0216310b2b013f017813a648fce364bf41dbc0b37647")
                    .orElseThrow();

    private static void assertSignature(String text, String signature) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(NodeSignature.sign(bytes, DEVELOPMENT)).isEqualTo(signature);
        assertThat(NodeSignature.signer(bytes, signature)).contains(DEVELOPMENT.address());
        assertThat(NodeSignature.signer(bytes, "0x" + signature)).contains(DEVELOPMENT.address());
    }

    @Test
    void messagesAreSignedAsPublishedNodesSignThem() {
        assertThat(DEVELOPMENT.address().text())
                .isEqualTo("0x9bC1169Ca09555bf2721A5C9eC6D69c8073bfeB4");
        assertSignature(
                NodeMessageTest.FIRST_GENERATION,
                "40bb8f9f0e77b030859b931c87fd7d8b7ca1cd0a48ddc1838dd6aa34b5d0e7f965da37fb78ac432b83a96c13a0f3b0375753ef4761603792f55486c77f6fb64d1c");
        assertSignature(
                NodeMessageTest.SECOND_GENERATION,
                "d8e94d10d89387e63b8fd69c512db4033f6b04564e9f63a020fa4484fba4df826f00301960a3242d7f75d7ab2c6680c7931d93659abe4e333cde645a65099e091c");
        assertSignature(
                "{\"party_id\":\"MSP\",\"country_code\":\"DE\",\"role\":\"EMSP\",\"status\":\"CONNECTED\",\"last_updated\":\"2020-01-01T00:00:00Z\"}",
                "bf420598aa284d05bb71160e831677eb751df4ec662c24b90cab0d1ee1fc77fe226ce452ae3a495d37d6926151230a6888a5e5bb2a789a3a942ed4a9dc7c42fc1c");
    }

    @Test
    void theVectorsOfBothLibrariesAreSignedAlike() {
        Vectors vectors = Vectors.read();
        for (Json.Obj vector : vectors.list("node_to_node_signatures")) {
            PrivateKey key =
                    PrivateKey.parse(
                                    Vectors.text(
                                            vectors.object("keys"),
                                            Vectors.text(vector, "signer"),
                                            "private_key"))
                            .orElseThrow();
            byte[] body = Vectors.text(vector, "body_utf8").getBytes(StandardCharsets.UTF_8);

            assertThat(NodeSignature.sign(body, key)).isEqualTo(Vectors.text(vector, "signature"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "no signature", "1b"})
    void whatIsNoSignatureHasNoSigner(String text) {
        assertThat(NodeSignature.signer(new byte[] {1}, text)).isEmpty();
    }

    @Test
    void anotherBodyHasAnotherSigner() {
        String signature = NodeSignature.sign(new byte[] {1}, DEVELOPMENT);

        assertThat(NodeSignature.signer(new byte[] {2}, signature))
                .isNotEqualTo(Optional.of(DEVELOPMENT.address()));
    }

    @Test
    void theSignedValuesOfACommandAreThoseOfTheFirstNodes() {
        Json command =
                ((Json.Obj) Body.of(NodeMessageTest.FIRST_GENERATION).json().orThrow())
                        .member("body")
                        .orElseThrow();
        SignedValues values =
                SignedValues.ofRequest(
                        "cor-1",
                        RoutingHeaders.of(new PartyId("DE", "MSP"), new PartyId("CH", "CPO")),
                        Map.of(),
                        Optional.of(command));

        OcnSignature signature = new OcnSigner(DEVELOPMENT).sign(values);

        assertThat(signature.hash())
                .isEqualTo("0x50aefb45b79b8f4fd6fd25de8082aff360993712097cdff7ee2dba2fe774105e");
        assertThat(signature.rsv())
                .isEqualTo(
                        "0xcec2ef02567ab5173162a9860de7cdda1d5eb2b51af7b2e69879e3cdb6d0dcdb4e3daac98060c80e043c3ec27947f5b6ceca1e3592b513cde68b4a42f6cf3ac71c");
        assertThat(OcnVerifier.strict().verify(values, signature))
                .isInstanceOf(Verification.Valid.class);
    }

    @Test
    void theSignedValuesOfAnAnswerAreThoseOfTheFirstNodes() {
        Headers headers =
                Headers.of(
                        Map.of(
                                "X-Limit", "5",
                                "X-Total-Count", "50",
                                "Link", "<https://a>; rel=\"next\"",
                                "Content-Type", "application/json"));
        Json envelope =
                JsonReader.standard()
                        .read(
                                "{\"status_code\":1000,\"data\":[{\"id\":\"L1\",\"f\":1.5,\"i\":3,\"b\":true,\"e\":\"\",\"nul\":null}],"
                                    + "\"timestamp\":\"2020-01-01T00:00:00Z\",\"ocn_signature\":\"old\"}")
                        .orThrow();
        SignedValues values = SignedValues.ofAnswer(headers, envelope);

        OcnSignature signature = new OcnSigner(DEVELOPMENT).sign(values);

        assertThat(signature.hash())
                .isEqualTo("0x15674a9e94e43432293b2d53eec0cabfada83006360126b3480c2df75abb8b1d");
        assertThat(signature.rsv())
                .isEqualTo(
                        "0x280eab19e345f7d48610342dd80826980fabf2c866af8cf67f073a33951c542f4690647c6354ee54e51961efbb805c1af30fb011c431e2f6e39e963b23f0f9bb1b");
        assertThat(OcnVerifier.strict().verify(values, signature))
                .isInstanceOf(Verification.Valid.class);
    }

    @Test
    void queryParametersAreSignedInTheOrderOfTheUrl() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("offset", "0");
        query.put("limit", "50");
        SignedValues values =
                SignedValues.ofRequest(
                        "c",
                        RoutingHeaders.of(new PartyId("DE", "MSP"), new PartyId("CH", "CPO")),
                        query,
                        Optional.empty());

        assertThat(new OcnSigner(DEVELOPMENT).sign(values).fields())
                .endsWith("$['params']['offset']", "$['params']['limit']");
    }
}
