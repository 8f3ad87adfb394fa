package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.Refusal;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Operator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Receivers that are silent, gone, or talk nonsense. */
class TroubleTest {
    private static final Cast CAST = new Cast("ocn.node.relay.deadline=2s");
    private static final String OBJECT = "/ocpi/receiver/2.2.1/sessions/DE/ALC/S1";

    @AfterAll
    static void end() {
        CAST.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
    }

    @Test
    void aReceiverThatNeverAnswersCostsItsCallersA4002AndNobodyElseAnything() {
        CountDownLatch never = new CountDownLatch(1);
        for (StubParty silent : List.of(CAST.carol, CAST.bob)) {
            silent.answers(seen -> {
                awaitQuietly(never);
                return Said.ok();
            });
        }
        List<CompletableFuture<Said>> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            StubParty to = i % 2 == 0 ? CAST.carol : CAST.bob;
            waiting.add(
                    CompletableFuture.supplyAsync(
                            () -> CAST.from(CAST.alice, to).asks("GET", OBJECT).send(),
                            task -> Thread.ofVirtual().start(task)));
        }
        await().until(() -> !CAST.carol.seen().isEmpty() && !CAST.bob.seen().isEmpty());

        CAST.alice.answers(Said.ok());
        assertThat(CAST.from(CAST.carol, CAST.alice).asks("GET", OBJECT).send().code())
                .isEqualTo(1000);
        assertThat(waiting).anyMatch(future -> !future.isDone());

        List<Integer> codes = waiting.stream().map(future -> future.join().code()).toList();
        // Eight wait for each host at once; who comes later is told at once.
        assertThat(codes).containsOnly(4002, 4003);
        assertThat(codes.stream().filter(code -> code == 4002).count()).isBetween(8L, 16L);
        never.countDown();
    }

    @ParameterizedTest
    @CsvSource({
        "200,,4000",
        "200,<html>,4000",
        "200,[],4000",
        "200,{},4000",
        "404,not found,4000",
        "302,,4000",
        "500,<html>,4003",
        "502,,4003"
    })
    void whatIsNoEnvelopeIsTroubleOnTheWay(int status, String text, int code) {
        for (StubParty to : List.of(CAST.carol, CAST.bob)) {
            to.answers(Said.json(status, text == null ? "" : text));
            Said said = CAST.from(CAST.alice, to).asks("GET", OBJECT).send();
            assertThat(said.status()).isEqualTo(200);
            assertThat(said.code()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @CsvSource({"200,2003", "404,2004", "400,2001", "500,3000", "200,1901", "201,1000"})
    void whatIsAnEnvelopeComesBackAsItIs(int status, int code) {
        Said given = Said.json(status, "{ \"status_code\":" + code + ", \"x\":1.0}");
        for (StubParty to : List.of(CAST.carol, CAST.bob)) {
            to.answers(given);
            Said said = CAST.from(CAST.alice, to).asks("GET", OBJECT).send();
            assertThat(said.status()).isEqualTo(status);
            assertThat(said.text()).isEqualTo(given.text());
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsNotTaken() {
        CAST.carol.answers(Said.data("\"" + "x".repeat(2 << 20) + "\""));

        assertThat(CAST.from(CAST.alice, CAST.carol).asks("GET", OBJECT).send().code())
                .isEqualTo(4000);
    }

    @Test
    void whoIsGoneIs4003WhetherPlatformOrNode() {
        StubParty gone = new StubParty(new PartyId("ES", "GON"), Role.EMSP, Cast.key(11));
        CAST.north.connect(gone);
        StubParty far = new StubParty(new PartyId("ES", "FAR"), Role.EMSP, Cast.key(12));
        Operator east = new Operator(far.key().address(), URI.create(far.url()));
        CAST.directory.list(east);
        CAST.directory.list(Cast.listing(far, east));
        gone.close();
        far.close();

        for (StubParty to : List.of(gone, far)) {
            assertThat(CAST.from(CAST.alice, to).asks("GET", OBJECT).send().code()).isEqualTo(4003);
        }
        assertThat(CAST.north.events().getLast().outcome())
                .isInstanceOfSatisfying(
                        Outcome.Declined.class,
                        declined ->
                                assertThat(declined.refusal())
                                        .isInstanceOf(Refusal.Unreachable.class));
    }

    @Test
    void aNodeBehindTheFenceIsNotCalled() {
        StubParty hidden = new StubParty(new PartyId("ES", "HID"), Role.EMSP, Cast.key(13));
        Operator inside = new Operator(hidden.key().address(), URI.create("http://10.0.0.1"));
        CAST.directory.list(inside);
        CAST.directory.list(Cast.listing(hidden, inside));

        assertThat(CAST.from(CAST.alice, hidden).asks("GET", OBJECT).send().code()).isEqualTo(4003);
        hidden.close();
    }

    @Test
    void everyMessageIsTold() {
        CAST.from(CAST.alice, CAST.carol).asks("GET", OBJECT).send();

        var event = CAST.north.events().getLast();
        assertThat(event.sender().orElseThrow().party()).isEqualTo(CAST.alice.id());
        assertThat(event.receiver()).contains(CAST.carol.id());
        assertThat(event.outcome()).isInstanceOf(Outcome.Answered.class);
        assertThat(event.took()).isPositive();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
