package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.config.RunningNode.Answer;
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

/**
 * In 2.3.0 the credentials say who speaks for whom (OCPI 2.3.0 §7.4.1): of a platform, for which
 * parties; of the hub, whom it reaches. Both change while platforms are registered.
 */
class ChangedRolesTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId CAROL = new PartyId("AT", "CRL");
    private static final PartyId DAVE = new PartyId("FR", "DAV");
    private static final String CREDENTIALS = "/ocpi/2.3.0/credentials";

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;

    private final StubPlatform alices = new StubPlatform();
    private final StubPlatform daves = new StubPlatform();
    private String alice = "";
    private String dave = "";

    @BeforeAll
    static void startNode() {
        node = RunningNode.start(folder, ALICE, CAROL, DAVE);
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @BeforeEach
    void bothAreRegisteredIn230() {
        node.forgetEverybody();
        for (StubPlatform platform : new StubPlatform[] {alices, daves}) {
            platform.listVersions(platform.versionsOf("2.3.0"));
        }
        alice = register(alices, ALICE);
        dave = register(daves, DAVE);
    }

    @AfterEach
    void stop() {
        alices.close();
        daves.close();
    }

    @Test
    void aPlatformThatSpeaksForMoreOrForOthersSaysSoWithPut() {
        Answer more = node.call("PUT", CREDENTIALS, alice, alices.credentials(ALICE, CAROL));

        assertThat(more.code()).as(more.message()).isEqualTo("1000");
        assertThat(roles(more)).contains("DAV").doesNotContain("ALC", "CRL");
        await().untilAsserted(() -> assertThat(seenByDave()).contains("ALC", "CRL"));

        Answer others = node.call("PUT", CREDENTIALS, more.token(), alices.credentials(CAROL));

        assertThat(others.code()).as(others.message()).isEqualTo("1000");
        await().untilAsserted(() -> assertThat(seenByDave()).contains("CRL").doesNotContain("ALC"));
        assertThat(node.bean(Platforms.class).byParty(ALICE)).isEmpty();
        assertThat(node.platforms()).isEqualTo(2);
    }

    @Test
    void aRoleThatIsNotItsOwnChangesNothing() {
        for (PartyId foreign : new PartyId[] {DAVE, RunningNode.ELSEWHERE}) {
            Answer refused =
                    node.call("PUT", CREDENTIALS, alice, alices.credentials(ALICE, foreign));

            assertThat(refused.code()).isEqualTo("2001");
            assertThat(refused.message()).contains(foreign.toString());
        }
        assertThat(node.call("GET", CREDENTIALS, alice).code()).isEqualTo("1000");
        assertThat(seenByDave()).contains("ALC");
    }

    @Test
    void whoIsReachedIsToldAnewWheneverItIsAskedForOrTheNodeRenewsTokens() {
        assertThat(roles(node.call("GET", CREDENTIALS, alice))).contains("DAV");
        assertThat(toldToAlice()).contains("DAV").doesNotContain("ALC", "HUB");

        assertThat(node.call("DELETE", CREDENTIALS, dave).code()).isEqualTo("1000");

        await().untilAsserted(() -> assertThat(toldToAlice()).doesNotContain("DAV"));
    }

    @Test
    void theFreshTokenMayRenewAgainOrLeaveWithoutBeingUsedBefore() {
        String token = alice;

        for (int i = 0; i < 2; i++) {
            Answer renewed = node.call("PUT", CREDENTIALS, token, alices.credentials(ALICE));
            assertThat(renewed.code()).as(renewed.message()).isEqualTo("1000");
            token = renewed.token();
        }

        assertThat(node.call("DELETE", CREDENTIALS, token).code()).isEqualTo("1000");
    }

    /** What the node sends when its operator has the tokens exchanged. */
    private String toldToAlice() {
        AtomicReference<Json.Obj> told = new AtomicReference<>(Json.Obj.EMPTY);
        alices.answerPut(body -> {
            told.set(body);
            return "{\"status_code\":1000,\"data\":%s,\"timestamp\":\"2026-01-01T00:00:00Z\"}"
                    .formatted(alices.credentials(ALICE));
        });
        String id = node.bean(Platforms.class).byParty(ALICE).getFirst().id().toString();
        Answer rotated = node.admin("POST", "/platforms/" + id + "/rotate", "");
        assertThat(rotated.http()).as(rotated.body().text()).isEqualTo(200);
        assertThat(told.get().textOf("hub_party_id")).contains("CHOCN");
        return told.get().member("roles").orElseThrow().text();
    }

    private String seenByDave() {
        return roles(node.call("GET", CREDENTIALS, dave));
    }

    private static String roles(Answer answer) {
        return answer.data().member("roles").orElseThrow().text();
    }

    private static String register(StubPlatform platform, PartyId party) {
        Answer registered =
                node.call("POST", CREDENTIALS, node.invite(party), platform.credentials(party));
        assertThat(registered.code()).as(registered.message()).isEqualTo("1000");
        return registered.token();
    }
}
