package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The platform that registers is called back, and what it says there can be wrong. */
class CallBackTest {
    private static final String CREDENTIALS = "/ocpi/2.2.1/credentials";
    private static final PartyId ALICE = new PartyId("DE", "ALC");

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;

    private final StubPlatform alice = new StubPlatform();

    @BeforeAll
    static void startNode() {
        node = RunningNode.start(folder, ALICE);
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @BeforeEach
    void nobodyIsThere() {
        node.forgetEverybody();
    }

    @AfterEach
    void stopAlice() {
        alice.close();
    }

    @Test
    void aCallerWhoseVersionsCannotBeReadGets3001AndMayTryAgain() {
        String tokenA = node.invite(ALICE);
        alice.listVersions("\"nonsense\"");
        Answer unusable = node.call("POST", CREDENTIALS, tokenA, alice.credentials(ALICE));
        assertThat(unusable.code()).isEqualTo("3001");
        assertThat(unusable.message()).contains("list of versions");

        alice.listVersions(alice.versionsOf("2.2.1"));
        assertThat(node.call("POST", CREDENTIALS, tokenA, alice.credentials(ALICE)).code())
                .isEqualTo("1000");
    }

    @Test
    void aCallerWithoutACommonVersionGets3002() {
        alice.listVersions(alice.versionsOf("2.1.1", "3.0"));

        Answer refused =
                node.call("POST", CREDENTIALS, node.invite(ALICE), alice.credentials(ALICE));

        assertThat(refused.code()).isEqualTo("3002");
        assertThat(refused.message()).contains("2.1.1, 3.0");
    }

    @Test
    void aCallerWithoutEndpointsGets3003() {
        alice.listEndpoints("[]");

        Answer refused =
                node.call("POST", CREDENTIALS, node.invite(ALICE), alice.credentials(ALICE));

        assertThat(refused.code()).isEqualTo("3003");
    }

    @Test
    void aCallerThatCannotBeReachedGets3001() {
        String credentials = alice.credentials(ALICE);
        alice.close();

        Answer refused = node.call("POST", CREDENTIALS, node.invite(ALICE), credentials);

        assertThat(refused.code()).isEqualTo("3001");
        assertThat(refused.message()).contains("got no answer");
    }

    @Test
    void anAddressInsideIsNotCalled() {
        String inside =
                alice.credentials(ALICE).replace(alice.versionsUrl(), "http://10.0.0.1/versions");

        Answer refused = node.call("POST", CREDENTIALS, node.invite(ALICE), inside);

        assertThat(refused.code()).isEqualTo("3001");
        assertThat(refused.message()).contains("FORBIDDEN_ADDRESS");
    }
}
