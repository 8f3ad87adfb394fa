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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Platforms register, renew and leave: the receiver's side, over real sockets. */
class RegistrationTest {
    private static final String CREDENTIALS = "/ocpi/2.2.1/credentials";
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId DAVE = new PartyId("DE", "DAV");
    private static final PartyId STRANGER = new PartyId("XX", "STR");

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;

    private final StubPlatform alice = new StubPlatform();

    @BeforeAll
    static void startNode() {
        node = RunningNode.start(folder, ALICE, DAVE);
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @BeforeEach
    void nobodyIsThere() {
        node.forgetEverybody();
        alice.seen().clear();
    }

    @AfterEach
    void stopAlice() {
        alice.close();
    }

    @Test
    void aPlatformRegistersWithItsTokenAAndTheTokenIsVoidAfterwards() {
        String tokenA = node.invite(ALICE);

        Answer registered = node.call("POST", CREDENTIALS, tokenA, alice.credentials(ALICE));

        assertThat(registered.http()).isEqualTo(200);
        assertThat(registered.code()).isEqualTo("1000");
        assertThat(registered.data().text()).contains("\"role\":\"HUB\"", "business_details");
        assertThat(alice.seen())
                .containsExactly(
                        "GET /ocpi/versions Token " + StubPlatform.base64(StubPlatform.TOKEN),
                        "GET /ocpi/2.2.1 Token " + StubPlatform.base64(StubPlatform.TOKEN));
        assertThat(node.call("GET", "/ocpi/versions", tokenA).http()).isEqualTo(401);
        String tokenC = registered.token();
        assertThat(node.call("GET", "/ocpi/versions", tokenC).code()).isEqualTo("1000");
        assertThat(node.call("GET", CREDENTIALS, tokenC).token()).isEqualTo(tokenC);
    }

    @Test
    void aPlatformThatWritesItsTokenPlainIsCalledBackTheSameWay() {
        alice.acceptRawOnly();
        String tokenA = node.invite(ALICE);

        Answer registered =
                node.callWith(
                        "POST",
                        "/ocpi/2.2/credentials",
                        Map.of("Authorization", "Token " + tokenA),
                        alice.credentials(ALICE));

        assertThat(registered.code()).as(registered.message()).isEqualTo("1000");
        assertThat(alice.seen()).first().asString().endsWith("Token " + StubPlatform.TOKEN);
        assertThat(alice.seen()).hasSize(2);
    }

    @Test
    void theWayItWantsToBeCalledIsFoundByTrying() {
        alice.acceptRawOnly();

        Answer registered =
                node.call("POST", CREDENTIALS, node.invite(ALICE), alice.credentials(ALICE));

        assertThat(registered.code()).as(registered.message()).isEqualTo("1000");
        assertThat(node.admin("GET", "/platforms", "").body().text())
                .contains("\"token_encoding\":\"RAW\"");
    }

    @Test
    void aPartyThatIsNotInTheRegistryIsRefusedByName() {
        String tokenA = node.invite();

        Answer refused = node.call("POST", CREDENTIALS, tokenA, alice.credentials(STRANGER));

        assertThat(refused.http()).isEqualTo(200);
        assertThat(refused.code()).isEqualTo("2001");
        assertThat(refused.message()).contains("XX/STR", "not listed in the registry", node.url());
        assertThat(alice.seen()).as("nobody is called for a refused role").isEmpty();
        assertThat(node.call("GET", "/ocpi/versions", tokenA).code())
                .as("the token is still good")
                .isEqualTo("1000");
    }

    @Test
    void aPartyOfAnotherNodeIsRefusedAndToldWhereItIsListed() {
        Answer refused =
                node.call(
                        "POST",
                        CREDENTIALS,
                        node.invite(),
                        alice.credentials(RunningNode.ELSEWHERE));

        assertThat(refused.code()).isEqualTo("2001");
        assertThat(refused.message()).contains("NL/SOU", "http://south.example", node.url());
    }

    @Test
    void aTokenIssuedForOnePartyIsNoGoodForAnother() {
        Answer refused =
                node.call("POST", CREDENTIALS, node.invite(DAVE), alice.credentials(ALICE));

        assertThat(refused.code()).isEqualTo("2001");
        assertThat(refused.message()).contains("not issued for DE/ALC");
    }

    @Test
    void nobodyTakesOverAPartyThatIsConnected() {
        String victim = register(ALICE);
        try (StubPlatform thief = new StubPlatform()) {
            Answer refused =
                    node.call("POST", CREDENTIALS, node.invite(), thief.credentials(ALICE));
            assertThat(refused.code()).isEqualTo("2001");
            assertThat(refused.message()).contains("DE/ALC CPO is already connected");

            String dave = register(DAVE);
            Answer byRenewal = node.call("PUT", CREDENTIALS, dave, thief.credentials(DAVE, ALICE));
            assertThat(byRenewal.code()).isEqualTo("2001");
            assertThat(byRenewal.message()).contains("DE/ALC CPO is already connected");
        }
        assertThat(node.call("GET", CREDENTIALS, victim).code()).isEqualTo("1000");
    }

    @Test
    void whoIsRegisteredCannotPostAgain() {
        Answer again = node.call("POST", CREDENTIALS, register(ALICE), alice.credentials(ALICE));

        assertThat(again.http()).isEqualTo(405);
        assertThat(again.code()).isEqualTo("2000");
        assertThat(again.response().headers().firstValue("Allow")).contains("GET, PUT, DELETE");
    }

    @Test
    void whoIsNotRegisteredCanNeitherRenewNorLeave() {
        String tokenA = node.invite(ALICE);

        assertThat(node.call("PUT", CREDENTIALS, tokenA, alice.credentials(ALICE)).http())
                .isEqualTo(405);
        assertThat(node.call("DELETE", CREDENTIALS, tokenA).http()).isEqualTo(405);
        assertThat(node.call("GET", CREDENTIALS, tokenA).http()).isEqualTo(401);
    }

    @Test
    void whoShowsNoTokenOrAWrongOneIsToldSo() {
        Answer none = node.callWith("GET", "/ocpi/versions", Map.of(), "");
        Answer wrong = node.call("GET", "/ocpi/versions", "never-issued");

        assertThat(none.http()).isEqualTo(401);
        assertThat(none.message()).contains("Authorization is missing");
        assertThat(wrong.http()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("2000");
    }

    @Test
    void afterARenewalTheOldTokenCountsUntilTheNewOneIsUsed() {
        String old = register(ALICE);

        String fresh = node.call("PUT", CREDENTIALS, old, alice.credentials(ALICE)).token();

        assertThat(node.call("GET", "/ocpi/versions", old).http()).isEqualTo(200);
        assertThat(node.call("GET", "/ocpi/versions", fresh).http()).isEqualTo(200);
        assertThat(node.call("GET", "/ocpi/versions", old).http()).isEqualTo(401);
    }

    @Test
    void aRenewalReadsEndpointsAgainAndChecksRolesAgain() {
        String token = register(ALICE);
        alice.listEndpoints(
                "[{\"identifier\":\"tariffs\",\"role\":\"SENDER\",\"url\":\"https://elsewhere.example/t\"}]");

        Answer foreign =
                node.call(
                        "PUT", CREDENTIALS, token, alice.credentials(ALICE, RunningNode.ELSEWHERE));
        assertThat(foreign.code()).isEqualTo("2001");
        Answer renewed = node.call("PUT", CREDENTIALS, token, alice.credentials("another", ALICE));

        assertThat(renewed.code()).isEqualTo("1000");
        String seen = node.admin("GET", "/platforms", "").body().text();
        assertThat(seen).contains("https://elsewhere.example/t").doesNotContain("locations");
    }

    @Test
    void whoLeavesLeavesNothing() {
        String token = register(ALICE);

        assertThat(node.call("DELETE", CREDENTIALS, token).code()).isEqualTo("1000");

        assertThat(node.call("GET", "/ocpi/versions", token).http()).isEqualTo(401);
        assertThat(node.platforms()).isZero();
        assertThat(register(ALICE)).isNotEqualTo(token);
    }

    @Test
    void ofManyPostsAtTheSameTimeExactlyOneRegisters() {
        String tokenA = node.invite(ALICE);
        Callable<Answer> post =
                () -> node.call("POST", CREDENTIALS, tokenA, alice.credentials(ALICE));

        List<String> codes =
                atOnce(Collections.nCopies(8, post)).stream().map(Answer::code).toList();

        assertThat(codes).filteredOn("1000"::equals).hasSize(1);
        assertThat(node.platforms()).isEqualTo(1);
    }

    @Test
    void ofTwoPlatformsThatClaimOnePartyAtTheSameTimeOneGetsIt() {
        String one = node.invite(ALICE);
        String two = node.invite(ALICE);

        List<Answer> answers =
                atOnce(
                        List.of(
                                () -> node.call("POST", CREDENTIALS, one, alice.credentials(ALICE)),
                                () ->
                                        node.call(
                                                "POST",
                                                CREDENTIALS,
                                                two,
                                                alice.credentials(ALICE))));

        assertThat(answers).extracting(Answer::code).containsExactlyInAnyOrder("1000", "2001");
    }

    @Test
    void everythingIsThereAgainAfterARestart() {
        String registered = register(ALICE);
        String invited = node.invite(DAVE);

        node.restart();

        assertThat(node.call("GET", CREDENTIALS, registered).code()).isEqualTo("1000");
        assertThat(node.call("GET", "/ocpi/versions", invited).code()).isEqualTo("1000");
    }

    private String register(PartyId party) {
        Answer registered =
                node.call("POST", CREDENTIALS, node.invite(party), alice.credentials(party));
        assertThat(registered.code()).as(registered.message()).isEqualTo("1000");
        return registered.token();
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> all = calls.stream().map(threads::submit).toList();
            return all.stream().map(RegistrationTest::done).toList();
        }
    }

    private static Answer done(Future<Answer> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
