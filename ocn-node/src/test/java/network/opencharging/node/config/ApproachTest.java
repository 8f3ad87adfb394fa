package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** The node registers with a platform that gave it a token A: the sender's side. */
class ApproachTest {
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
    void theNodeRegistersAndIsCalledWithTheTokenItGave() {
        AtomicReference<String> tokenB = new AtomicReference<>("");
        AtomicReference<String> seenMeanwhile = new AtomicReference<>("");
        alice.answerPost(body -> {
            tokenB.set(body.textOf("token").orElseThrow());
            seenMeanwhile.set(node.call("GET", "/ocpi/versions", tokenB.get()).code());
            return success(alice.credentials(ALICE));
        });

        Answer started = begin();

        assertThat(started.http()).as(started.body().text()).isEqualTo(201);
        assertThat(seenMeanwhile.get()).as("it may look at us before it answers").isEqualTo("1000");
        assertThat(started.body().text()).doesNotContain(tokenB.get(), StubPlatform.TOKEN);
        assertThat(node.call("GET", "/ocpi/2.2.1/credentials", tokenB.get()).token())
                .isEqualTo(tokenB.get());
    }

    @Test
    void withAPlatformOf230ItSpeaksOf230() {
        AtomicReference<String> ours = new AtomicReference<>("");
        alice.listVersions(alice.versionsOf("2.2.1", "2.3.0"));
        alice.answerPost(body -> {
            ours.set(body.text());
            return success(alice.credentials(ALICE));
        });

        Answer started = begin();

        assertThat(started.http()).as(started.body().text()).isEqualTo(201);
        assertThat(ours.get()).contains("\"hub_party_id\":\"CHOCN\"");
        assertThat(node.bean(Platforms.class).byParty(ALICE).getFirst().connection().version())
                .isEqualTo(OcpiVersion.V2_3_0);
    }

    @Test
    void whileItLooksAtUsItMayDoNothingElse() {
        AtomicReference<Integer> post = new AtomicReference<>(0);
        alice.answerPost(body -> {
            String tokenB = body.textOf("token").orElseThrow();
            post.set(
                    node.call("POST", "/ocpi/2.2.1/credentials", tokenB, alice.credentials(ALICE))
                            .http());
            return success(alice.credentials(ALICE));
        });

        begin();

        assertThat(post.get()).isEqualTo(401);
    }

    @Test
    void whoSpeaksForAForeignPartyIsToldThatItIsOverAndNothingRemains() {
        AtomicReference<String> tokenB = new AtomicReference<>("");
        alice.answerPost(body -> {
            tokenB.set(body.textOf("token").orElseThrow());
            return success(alice.credentials(RunningNode.ELSEWHERE));
        });

        Answer failed = begin();

        assertThat(failed.http()).isEqualTo(502);
        assertThat(failed.body().textOf("error").orElse("")).contains("NL/SOU", "south.example");
        assertThat(alice.seen()).last().asString().startsWith("DELETE /ocpi/2.2.1/credentials");
        assertThat(node.platforms()).isZero();
        assertThat(node.call("GET", "/ocpi/versions", tokenB.get()).http()).isEqualTo(401);
    }

    @Test
    void aRefusalOfTheOtherSideIsReportedInItsWordsAndNothingRemains() {
        alice.answerPost(_ -> "{\"status_code\":2001,\"status_message\":\"not you\"}");

        Answer failed = begin();

        assertThat(failed.http()).isEqualTo(502);
        assertThat(failed.body().textOf("error").orElse("")).contains("2001", "not you");
        assertThat(node.platforms()).isZero();
    }

    @Test
    void theOperatorIsToldWhichFieldIsWrong() {
        assertThat(node.admin("POST", "/handshakes", "{}").body().textOf("field"))
                .contains("versions_url");
        assertThat(
                        node.admin("POST", "/handshakes", "{\"versions_url\":\"http://a.example\"}")
                                .body()
                                .textOf("field"))
                .contains("token");
        assertThat(node.admin("POST", "/platforms", "{\"parties\":[{}]}").body().textOf("field"))
                .contains("parties[0]");
        assertThat(node.admin("POST", "/platforms", "[]").http()).isEqualTo(400);
        assertThat(node.admin("DELETE", "/platforms/nobody", "").http()).isEqualTo(404);
    }

    @Test
    void nobodyAdministersWithoutTheKey() {
        assertThat(node.call("GET", "/admin/platforms", "the-wrong-key-of-somebody").http())
                .isEqualTo(401);
        assertThat(node.callWith("GET", "/admin/platforms", java.util.Map.of(), "").http())
                .isEqualTo(401);
    }

    private Answer begin() {
        return node.admin(
                "POST",
                "/handshakes",
                Json.Obj.EMPTY
                        .with("versions_url", alice.versionsUrl())
                        .with("token", "token-a-of-alice")
                        .text());
    }

    private static String success(String data) {
        return "{\"status_code\":1000,\"data\":" + data + "}";
    }
}
