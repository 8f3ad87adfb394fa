package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What the operator does with a platform that is registered: fresh tokens, read again, invited. */
class CareTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final String FRESH = "the-fresh-token-of-the-stub";

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;

    private final StubPlatform alice = new StubPlatform();
    private String token = "";
    private String id = "";

    @BeforeAll
    static void startNode() {
        node = RunningNode.start(folder, ALICE);
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @BeforeEach
    void aliceIsRegistered() {
        node.forgetEverybody();
        token =
                node.call(
                                "POST",
                                "/ocpi/2.2.1/credentials",
                                node.invite(ALICE),
                                alice.credentials(ALICE))
                        .token();
        id =
                node.admin("GET", "/platforms", "")
                        .body()
                        .text()
                        .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        alice.seen().clear();
    }

    @AfterEach
    void stopAlice() {
        alice.close();
    }

    @Test
    void bothSidesGetFreshTokensAndThoseOfBeforeAreVoid() {
        AtomicReference<String> given = new AtomicReference<>("");
        alice.answerPut(body -> {
            given.set(body.textOf("token").orElseThrow());
            assertThat(code(token)).as("until it uses the new one").isEqualTo("1000");
            assertThat(code(given.get())).isEqualTo("1000");
            return success(alice.credentials(FRESH, ALICE));
        });

        Answer answer = care("rotate");

        assertThat(answer.http()).as(answer.body().text()).isEqualTo(200);
        assertThat(alice.seen())
                .containsExactly(
                        "PUT /ocpi/2.2.1/credentials Token "
                                + StubPlatform.base64(StubPlatform.TOKEN));
        assertThat(code(given.get())).isEqualTo("1000");
        assertThat(node.call("GET", "/ocpi/versions", token).http()).isEqualTo(401);
        assertThat(answer.body().text()).doesNotContain(given.get()).doesNotContain(FRESH);
        alice.seen().clear();
        care("refresh");
        assertThat(alice.seen())
                .first()
                .isEqualTo("GET /ocpi/versions Token " + StubPlatform.base64(FRESH));
    }

    @Test
    void whileAPlatformIsAskedNoConnectionToTheDatabaseIsHeld() {
        HikariPoolMXBean pool = node.bean(HikariDataSource.class).getHikariPoolMXBean();
        AtomicInteger held = new AtomicInteger(-1);
        alice.answerPut(body -> {
            // What the log writes meanwhile is over in a moment; a transaction would last.
            await().until(pool::getActiveConnections, it -> it == 0);
            held.set(pool.getActiveConnections());
            return success(alice.credentials(FRESH, ALICE));
        });

        assertThat(care("rotate").http()).isEqualTo(200);
        assertThat(held).hasValue(0);
    }

    @Test
    void whatIsDoneStandsInTheAuditBeforeItIsDone() {
        AtomicReference<String> meanwhile = new AtomicReference<>("");
        alice.answerPut(body -> {
            meanwhile.set(node.admin("GET", "/audit?what=" + id, "").body().text());
            return success(alice.credentials(FRESH, ALICE));
        });

        care("rotate");

        assertThat(meanwhile.get())
                .contains("POST /admin/platforms/" + id + "/rotate")
                .doesNotContain("http_status");
        assertThat(node.admin("GET", "/audit?what=" + id, "").body().text())
                .contains("\"http_status\":200");
    }

    @Test
    void whenThePlatformRefusesEverythingStaysAsItWas() {
        AtomicReference<String> given = new AtomicReference<>("");
        alice.answerPut(body -> {
            given.set(body.textOf("token").orElseThrow());
            return "{\"status_code\":2000,\"status_message\":\"not today\"}";
        });

        Answer answer = care("rotate");

        assertThat(answer.http()).isEqualTo(502);
        assertThat(answer.body().textOf("error").orElse("")).contains("not today");
        assertThat(code(token)).isEqualTo("1000");
        assertThat(node.call("GET", "/ocpi/versions", given.get()).http()).isEqualTo(401);
        assertThat(audit())
                .contains("POST /admin/platforms/" + id + "/rotate")
                .contains("not today");
    }

    @Test
    void whenItDoesNotAnswerBothTokensCountUntilTheNewOneIsUsed() {
        alice.close();

        Answer answer = care("rotate");

        assertThat(answer.http()).isEqualTo(502);
        assertThat(answer.body().textOf("error").orElse(""))
                .contains("counts for a day", "Try again");
        assertThat(code(token)).isEqualTo("1000");
        node.restart();
        assertThat(code(token)).as("also after a restart").isEqualTo("1000");
    }

    @Test
    void rolesThatTheRegistryRefusesDoNotCostTheTokens() {
        AtomicReference<String> given = new AtomicReference<>("");
        alice.answerPut(body -> {
            given.set(body.textOf("token").orElseThrow());
            return success(alice.credentials(FRESH, RunningNode.ELSEWHERE));
        });

        Answer answer = care("rotate");

        assertThat(answer.http()).isEqualTo(502);
        assertThat(answer.body().textOf("error").orElse("")).contains("NL/SOU");
        assertThat(code(given.get())).isEqualTo("1000");
        assertThat(node.admin("GET", "/platforms/" + id, "").body().text())
                .contains("\"party_id\":\"ALC\"")
                .doesNotContain("SOU");
    }

    @Test
    void itsEndpointsAreReadAgain() {
        alice.listEndpoints(
                ("[{\"identifier\":\"credentials\",\"role\":\"RECEIVER\",\"url\":\"%1$s/c\"},"
                     + "{\"identifier\":\"tariffs\",\"role\":\"SENDER\",\"url\":\"%1$s/t\"}]")
                        .formatted(alice.url()));

        Answer answer = care("refresh");

        assertThat(answer.http()).as(answer.body().text()).isEqualTo(200);
        assertThat(answer.body().text()).contains(alice.url() + "/t").doesNotContain("locations");
        assertThat(code(token)).isEqualTo("1000");
    }

    @Test
    void whatCannotBeReadAgainIsToldAndStays() {
        alice.listVersions("[]");

        Answer answer = care("refresh");

        assertThat(answer.http()).isEqualTo(502);
        assertThat(answer.body().textOf("error").orElse("")).contains("No common version");
        assertThat(node.admin("GET", "/platforms/" + id, "").body().text()).contains("locations");
    }

    @Test
    void whoLostItsTokensRegistersAnewAndKeepsItsRules() {
        node.call("PUT", "/ocpi/receiver/2.2.1/ocnrules/signatures", token);

        Answer invited = node.admin("POST", "/platforms/" + id + "/invitation", "{\"days\":2}");

        assertThat(invited.http()).as(invited.body().text()).isEqualTo(201);
        assertThat(node.call("GET", "/ocpi/versions", token).http()).isEqualTo(401);
        String tokenA = invited.body().textOf("token").orElseThrow();
        String again =
                node.call("POST", "/ocpi/2.2.1/credentials", tokenA, alice.credentials(ALICE))
                        .token();
        assertThat(code(again)).isEqualTo("1000");
        Answer rules = node.admin("GET", "/platforms/" + id + "/rules", "");
        assertThat(rules.body().text()).contains("\"signatures\":true");
        assertThat(node.platforms()).isEqualTo(1);
    }

    @Test
    void anInvitationThatWasLostIsReplaced() {
        node.forgetEverybody();
        Answer first = node.admin("POST", "/platforms", "{}");
        String lost = first.body().textOf("token").orElseThrow();

        Answer second =
                node.admin(
                        "POST",
                        "/platforms/" + first.body().textOf("id").orElseThrow() + "/invitation",
                        "");

        assertThat(second.http()).isEqualTo(201);
        assertThat(node.call("GET", "/ocpi/versions", lost).http()).isEqualTo(401);
        assertThat(code(second.body().textOf("token").orElseThrow())).isEqualTo("1000");
    }

    @Test
    void whoIsSuspendedNeitherSendsNorRenewsUntilItIsResumed() {
        assertThat(care("suspend").http()).isEqualTo(200);

        assertThat(node.call("GET", "/ocpi/versions", token).http()).isEqualTo(401);
        assertThat(
                        node.call("PUT", "/ocpi/2.2.1/credentials", token, alice.credentials(ALICE))
                                .http())
                .isEqualTo(401);
        assertThat(care("suspend").http()).as("it is already").isEqualTo(409);
        assertThat(care("resume").http()).isEqualTo(200);
        assertThat(code(token)).isEqualTo("1000");
        assertThat(care("resume").http()).isEqualTo(409);
    }

    @Test
    void nothingCanBeDoneWithWhomNobodyKnowsOrWhoIsOnlyInvited() {
        Answer invited = node.admin("POST", "/platforms", "{}");
        String planned = invited.body().textOf("id").orElseThrow();

        for (String deed : new String[] {"suspend", "resume", "rotate", "refresh"}) {
            assertThat(node.admin("POST", "/platforms/nobody/" + deed, "").http()).isEqualTo(404);
            assertThat(node.admin("POST", "/platforms/" + planned + "/" + deed, "").http())
                    .isEqualTo(409);
        }
        assertThat(node.admin("POST", "/platforms/nobody/invitation", "").http()).isEqualTo(404);
        Answer wrong = node.admin("POST", "/platforms/" + id + "/invitation", "{\"days\":0}");
        assertThat(wrong.http()).isEqualTo(400);
        assertThat(wrong.body().textOf("field")).contains("days");
    }

    private Answer care(String deed) {
        return node.admin("POST", "/platforms/" + id + "/" + deed, "");
    }

    private static String code(String shown) {
        return node.call("GET", "/ocpi/versions", shown).code();
    }

    private static String audit() {
        return node.admin("GET", "/audit", "").body().text();
    }

    private static String success(String data) {
        return "{\"status_code\":1000,\"data\":%s,\"timestamp\":\"2026-01-01T00:00:00Z\"}"
                .formatted(data);
    }
}
