package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.NodeSignature;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Another node says how its parties stand: believed about its own, and about nobody else's. */
class NodeNewsTest {
    private static final String OFFLINE =
            "{\"party_id\":\"SOU\",\"country_code\":\"NL\",\"role\":\"CPO\",\"status\":\"OFFLINE\",\"last_updated\":\"2020-01-01T00:00:00Z\"}";

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;

    @BeforeAll
    static void startNode() {
        node = RunningNode.start(folder, new PartyId("DE", "ALC"));
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ocn/client-info", "/ocn/message/ocn/client-info"})
    void aNodeIsBelievedAboutItsOwnParties(String path) {
        assertThat(put(path, OFFLINE, RunningNode.SOUTH_KEY).code()).isEqualTo("1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ocn/client-info", "/ocn/message/ocn/client-info"})
    void aStrangerIsNot(String path) {
        assertThat(put(path, OFFLINE, key("c7")).code()).isEqualTo("4003");
        assertThat(
                        put(
                                        path,
                                        OFFLINE.replace("SOU", "ALC").replace("NL", "DE"),
                                        RunningNode.SOUTH_KEY)
                                .code())
                .isEqualTo("4003");
        assertThat(node.callWith("PUT", path, Map.of(), OFFLINE).message())
                .contains("OCN-Signature");
    }

    @Test
    void whatIsNoClientInfoIsNamed() {
        assertThat(put("/ocn/client-info", "[]", RunningNode.SOUTH_KEY).http()).isEqualTo(400);
        assertThat(
                        put(
                                        "/ocn/client-info",
                                        OFFLINE.replace("OFFLINE", "AWAY"),
                                        RunningNode.SOUTH_KEY)
                                .message())
                .contains("status");
        assertThat(
                        put("/ocn/client-info", OFFLINE.replace("SOU", "?"), RunningNode.SOUTH_KEY)
                                .message())
                .contains("party_id");
    }

    private static Answer put(String path, String body, PrivateKey key) {
        return node.callWith(
                "PUT",
                path,
                Map.of(
                        "OCN-Signature",
                        NodeSignature.sign(body.getBytes(StandardCharsets.UTF_8), key)),
                body);
    }

    private static PrivateKey key(String digits) {
        return PrivateKey.parse(digits.repeat(32)).orElseThrow();
    }
}
