package network.opencharging.node.replica;

import static network.opencharging.node.replica.Fleet.ALICE;
import static network.opencharging.node.replica.Fleet.BOB;
import static network.opencharging.node.replica.Fleet.CAROL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.replica.Client.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two processes of one node on one PostgreSQL behind a load balancer without sticky sessions, and
 * another node: what one process knows, the other knows; one that dies takes its requests with it
 * and nothing else.
 */
@TestMethodOrder(OrderAnnotation.class)
class TwoProcessesTest {
    private static final int THREADS = 4;

    /** In this order things begin to change elsewhere, as an issue of this node demands it. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir private static Path folder = Path.of("");
    private static final Backoffice ALICES = new Backoffice(ALICE, "CPO");
    private static final Backoffice BOBS = new Backoffice(BOB, "EMSP");
    private static final Backoffice CAROLS = new Backoffice(CAROL, "EMSP");
    private static final Client CLIENT = new Client();
    private static Fleet fleet;
    private static Instant started;
    private static String aliceToken;
    private static String alice;
    private static String bobToken;

    @BeforeAll
    static void start() {
        started = Instant.now();
        fleet = Fleet.start(folder);
        bobToken = CLIENT.register(fleet.peer().url(), fleet.peer().url(), BOBS);
        aliceToken = CLIENT.register(fleet.one().url(), fleet.two().url(), ALICES);
        alice = idOfAlice();
    }

    @AfterAll
    static void stop() {
        fleet.close();
        ALICES.close();
        BOBS.close();
        CAROLS.close();
    }

    @Test
    @Order(1)
    void whoHasJustRegisteredAtOneIsKnownAtTheOther() {
        assertThat(ask(fleet.one()).ocpi()).isEqualTo(1000);
        assertThat(ask(fleet.two()).ocpi()).isEqualTo(1000);
    }

    @Test
    @Order(2)
    void whatComesFromAnotherNodeMayArriveAtEither() {
        int before = ALICES.asked();
        for (int i = 0; i < 4; i++) {
            Answer answer = CLIENT.askForLocation(fleet.peer().url(), bobToken, BOB, ALICE);
            assertThat(answer.ocpi()).as(answer.body().text()).isEqualTo(1000);
        }
        assertThat(ALICES.asked()).isEqualTo(before + 4);
    }

    @Test
    @Order(3)
    void whoIsSuspendedAtOneIsRefusedAtTheOtherWithinASecond() {
        List<Long> milliseconds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            milliseconds.add(measured("/platforms/" + alice + "/suspend", false));
            milliseconds.add(measured("/platforms/" + alice + "/resume", true));
        }
        System.out.println("seen at the other process after ms: " + milliseconds);
    }

    @Test
    @Order(4)
    void anAdministratorOfOneIsOneOfTheOtherAndTheAuditIsTheSame() {
        CLIENT.admin(fleet.one().url(), "POST", "/administrators/ci/key", "");

        assertThat(CLIENT.admin(fleet.two().url(), "GET", "/administrators", "").body().text())
                .contains("\"name\":\"ci\"");
        assertThat(CLIENT.admin(fleet.two().url(), "GET", "/audit?what=ci", "").body().text())
                .contains("POST /admin/administrators/ci/key");
    }

    @Test
    @Order(5)
    void whoSignedInAtOneInABrowserIsSignedInAtTheOther() {
        String cookie = CLIENT.signIn(fleet.one().url());

        assertThat(CLIENT.withCookie(fleet.two().url(), "/session", cookie).http()).isEqualTo(200);
        for (int i = 0; i < 4; i++) {
            Answer wherever = CLIENT.withCookie(fleet.url(), "/session", cookie);
            assertThat(wherever.body().textOf("name")).contains("admin");
        }
        assertThat(CLIENT.withCookie(fleet.two().url(), "/session", cookie + "x").http())
                .isEqualTo(401);
    }

    @Test
    @Order(6)
    void theRulesSetAtOneCountAtTheOtherWithinASecond() {
        String path = "/receiver/2.2.1/ocnrules";
        CLIENT.own(fleet.one().url(), "PUT", path + "/signatures", aliceToken, "");

        followed(path, "\"signatures\":true");

        CLIENT.own(fleet.two().url(), "PUT", path + "/signatures", aliceToken, "");
        await().atMost(SECOND).until(() -> own(fleet.one(), path).contains("\"signatures\":false"));
    }

    @Test
    @Order(7)
    void aConsentGivenAtOneCountsAtTheOtherWithinASecond() {
        String path = "/receiver/2.2.1/ocnobservers";
        assertThat(own(fleet.two(), path)).contains("\"consent\":false");

        CLIENT.own(fleet.one().url(), "PUT", path + "/" + Onlooker.NAME, aliceToken, "");
        followed(path, "\"consent\":true");

        CLIENT.own(fleet.one().url(), "DELETE", path + "/" + Onlooker.NAME, aliceToken, "");
        followed(path, "\"consent\":false");
    }

    @Test
    @Order(8)
    void whatIsTheWorkOfOneIsDoneOnce() {
        CLIENT.register(fleet.two().url(), fleet.one().url(), CAROLS);
        for (int i = 1; i <= 4; i++) {
            boolean suspending = i % 2 == 1;
            int told = i;
            CLIENT.admin(
                    fleet.one().url(),
                    "POST",
                    "/platforms/" + alice + (suspending ? "/suspend" : "/resume"),
                    "");
            await().until(() -> CAROLS.news().size() >= told);
        }
        assertThat(CAROLS.news())
                .containsExactly("SUSPENDED", "CONNECTED", "SUSPENDED", "CONNECTED");
    }

    @Test
    @Order(9)
    void anotherNodeIsAskedByOneProcessOnly() {
        await().until(() -> fleet.mute().asked() > 0);

        // Who does not say what it reads is asked again a minute later.
        long minutes = Duration.between(started, Instant.now()).toMinutes();
        assertThat(fleet.mute().asked()).isLessThanOrEqualTo(Math.toIntExact(1 + minutes));
    }

    @Test
    @Order(10)
    void aProcessThatIsKilledTakesItsOwnRequestsWithItAndNoMore() throws InterruptedException {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        AtomicInteger wrong = new AtomicInteger();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            senders.add(
                    Thread.startVirtualThread(() -> {
                        while (!enough.get()) {
                            send(answered, lost, wrong);
                        }
                    }));
        }
        await().until(() -> answered.get() > 100);

        fleet.one().kill();
        int atDeath = answered.get();

        await().atMost(Duration.ofMinutes(1)).until(() -> answered.get() > atDeath + 300);
        enough.set(true);
        for (Thread sender : senders) {
            sender.join();
        }
        System.out.println(
                "answered %d, lost with the process %d, answered wrong %d"
                        .formatted(answered.get(), lost.get(), wrong.get()));
        assertThat(wrong).hasValue(0);
        assertThat(lost.get()).as("each had one request under way").isLessThanOrEqualTo(THREADS);
    }

    @Test
    @Order(11)
    void whatTheDeadProcessDidForAllIsDoneByTheOther() {
        CLIENT.admin(fleet.two().url(), "POST", "/platforms/" + alice + "/suspend", "");
        await().atMost(LONG).until(() -> CAROLS.news().getLast().equals("SUSPENDED"));
        CLIENT.admin(fleet.two().url(), "POST", "/platforms/" + alice + "/resume", "");
        await().atMost(LONG).until(() -> CAROLS.news().getLast().equals("CONNECTED"));
    }

    private static void send(AtomicInteger answered, AtomicInteger lost, AtomicInteger wrong) {
        try {
            Answer answer = CLIENT.tryToAskForLocation(fleet.url(), aliceToken, ALICE, BOB);
            (answer.ocpi() == 1000 ? answered : wrong).incrementAndGet();
        } catch (IOException e) {
            // The process that had it is gone.
            lost.incrementAndGet();
        }
    }

    /** How long after the answer of one process the other one behaves so. */
    private static long measured(String deed, boolean passes) {
        assertThat(CLIENT.admin(fleet.one().url(), "POST", deed, "").http()).isEqualTo(200);
        long done = System.nanoTime();
        await().pollInterval(Duration.ofMillis(2))
                .atMost(SECOND)
                .until(() -> (ask(fleet.two()).ocpi() == 1000) == passes);
        return Duration.ofNanos(System.nanoTime() - done).toMillis();
    }

    private static void followed(String path, String expected) {
        await().pollInterval(Duration.ofMillis(2))
                .atMost(SECOND)
                .until(() -> own(fleet.two(), path).contains(expected));
    }

    private static String own(NodeProcess node, String path) {
        return CLIENT.own(node.url(), "GET", path, aliceToken, "").body().text();
    }

    /** While she is alone. */
    private static String idOfAlice() {
        String all = CLIENT.admin(fleet.two().url(), "GET", "/platforms", "").body().text();
        return all.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    }

    private static Answer ask(NodeProcess node) {
        return CLIENT.askForLocation(node.url(), aliceToken, ALICE, BOB);
    }
}
