package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.rules.PartyRules;
import network.opencharging.node.rules.RuleChange;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A CPO does not know who issued the token that a driver holds before its reader: the hub asks all
 * who issue tokens, here and behind other nodes.
 */
class OpenAuthorisationTest {
    private static final Cast CAST =
            new Cast("ocn.node.relay.deadline=4s", "ocn.node.relay.list-deadline=4s");
    private static final StubParty DORA =
            new StubParty(new PartyId("IT", "DOR"), Role.EMSP, Cast.key(21));
    private static final List<StubParty> ISSUERS = List.of(CAST.carol, CAST.bob, DORA);
    private static final AtomicInteger TOKENS = new AtomicInteger();
    private static final Said UNKNOWN = Said.json(404, "{\"status_code\":2004," + Said.TIME + "}");

    /**
     * Its own in each test: who is asked of one token may hear of it after another has allowed it.
     */
    private final String token = "T-" + TOKENS.incrementAndGet();

    static {
        CAST.list(DORA, CAST.north);
        CAST.north.connect(DORA);
    }

    @AfterAll
    static void end() {
        CAST.close();
        DORA.close();
    }

    @BeforeEach
    void nobodyKnowsTheToken() {
        CAST.forget();
        DORA.forget();
        ISSUERS.forEach(party -> party.answers(UNKNOWN));
    }

    @Test
    void whoeverKnowsTheTokenAnswersHereOrBehindAnotherNode() {
        for (StubParty issuer : ISSUERS) {
            nobodyKnowsTheToken();
            issuer.answers(allowed("ALLOWED"));

            Said said = ask().body("{ \"location_id\" : \"L1\" }").send();

            assertThat(said.code()).as(said.text()).isEqualTo(1000);
            assertThat(said.text()).contains("\"allowed\":\"ALLOWED\"");
            assertThat(said.header(HeaderNames.FROM_PARTY_ID)).isEqualTo(issuer.id().partyId());
            assertThat(said.header(HeaderNames.TO_PARTY_ID)).isEqualTo("ALC");
            Seen seen = asked(issuer).getLast();
            assertThat(seen.target())
                    .isEqualTo("/ocpi/2.2.1/sender/tokens/" + token + "/authorize?type=RFID");
            assertThat(seen.text()).isEqualTo("{ \"location_id\" : \"L1\" }");
            assertThat(seen.header(HeaderNames.FROM_PARTY_ID)).isEqualTo("ALC");
            assertThat(seen.header(HeaderNames.TO_PARTY_ID)).isEqualTo(issuer.id().partyId());
        }
    }

    @Test
    void aTokenThatNobodyKnowsIs2004() {
        Said said = ask().send();

        assertThat(said.status()).isEqualTo(404);
        assertThat(said.code()).isEqualTo(2004);
        assertThat(said.sentence()).contains("3 parties", "0 did not say");
        ISSUERS.forEach(party -> assertThat(asked(party)).hasSize(1));
        assertThat(asked(CAST.alice)).isEmpty();
    }

    @Test
    void whoSaysNoToEveryTokenDoesNotSpeakBeforeItsIssuer() {
        CountDownLatch refusedFirst = new CountDownLatch(1);
        CAST.carol.answers(seen -> {
            refusedFirst.countDown();
            return allowed("NOT_ALLOWED");
        });
        CAST.bob.answers(seen -> {
            awaitQuietly(refusedFirst);
            return allowed("ALLOWED");
        });

        assertThat(ask().send().text()).contains("\"ALLOWED\"");

        CAST.bob.answers(UNKNOWN);
        assertThat(ask().send().text()).as("but it does where nobody else").contains("NOT_ALLOWED");
    }

    @Test
    void whoKnowsTheTokenAndWantsThePlaceIsHeard() {
        DORA.answers(Said.json(200, "{\"status_code\":2002," + Said.TIME + "}"));

        assertThat(ask().send().code()).isEqualTo(2002);
    }

    @Test
    void whoHangsOrFailsIsNotWaitedForAndIsCounted() {
        CountDownLatch never = new CountDownLatch(1);
        CAST.carol.answers(seen -> {
            awaitQuietly(never);
            return UNKNOWN;
        });
        DORA.answers(Said.json(500, "<html>"));

        Said unknown = ask().send();
        CAST.bob.answers(allowed("ALLOWED"));
        Said known = ask().send();

        never.countDown();
        assertThat(unknown.code()).isEqualTo(2004);
        assertThat(unknown.sentence()).contains("2 did not say");
        assertThat(known.header(HeaderNames.FROM_PARTY_ID)).isEqualTo("BOB");
    }

    /** A driver's token is shown to no more parties than it takes. */
    @Test
    void whoStillWaitsToBeAskedIsNotAskedOnceSomebodyAllowsIt() {
        try (Cast narrow = new Cast("ocn.node.relay.questions=1")) {
            List<StubParty> issuers = List.of(narrow.bob, narrow.carol);
            issuers.forEach(party -> party.answers(allowed("ALLOWED")));

            for (int inquiry = 1; inquiry <= 2; inquiry++) {
                Said said =
                        narrow.from(narrow.alice, narrow.bob)
                                .without(HeaderNames.TO_COUNTRY_CODE)
                                .without(HeaderNames.TO_PARTY_ID)
                                .asks("POST", authorize())
                                .send();
                assertThat(said.code()).as(said.text()).isEqualTo(1000);
            }

            // Whoever was left over of the first would have been asked before the second began.
            assertThat(issuers.stream().flatMap(party -> party.seen().stream())).hasSize(2);
        }
    }

    @Test
    void whomTheRulesKeepAwayIsNotAsked() {
        PlatformId carol = new PlatformId("platform-CAR");
        CAST.north.rules().change(carol, PartyRules::blocked);
        try {
            CAST.carol.answers(allowed("ALLOWED"));

            assertThat(ask().send().code()).isEqualTo(2004);
            assertThat(asked(CAST.carol)).isEmpty();
        } finally {
            CAST.north.rules().change(carol, _ -> new RuleChange.Changed(PartyRules.NONE));
        }
    }

    @Test
    void onlyAChargePointOperatorAsksEverybodyAndNotWithASignature() {
        assertThat(open(CAST.carol).asks("POST", authorize()).send().sentence()).contains("CPO");
        assertThat(ask().signedBy(CAST.alice.key()).send().sentence()).contains("signed");
        ISSUERS.forEach(party -> assertThat(asked(party)).isEmpty());
    }

    /** The ids in them are unique to their owner only (OCPI 2.2.1 §9.3.1, §8.3.1): no receiver. */
    @ParameterizedTest
    @CsvSource({
        "PATCH,/ocpi/receiver/2.2.1/sessions/DE/ALC/S1",
        "GET,/ocpi/receiver/2.2.1/sessions/DE/ALC/S1",
        "POST,/ocpi/receiver/2.2.1/commands/STOP_SESSION",
        "POST,/ocpi/receiver/2.2.1/commands/START_SESSION",
        "POST,/ocpi/receiver/2.2.1/commands/RESERVE_NOW",
        "PUT,/ocpi/receiver/2.2.1/chargingprofiles/S1",
        "PUT,/ocpi/sender/2.2.1/sessions/S1/charging_preferences",
        "PUT,/ocpi/receiver/2.2.1/locations/DE/ALC/L1",
        "GET,/ocpi/sender/2.2.1/tokens"
    })
    void whatTellsNobodyIsRefusedWithWhatToDo(String method, String path) {
        Said said =
                open(CAST.alice)
                        .asks(method, path)
                        .body("{\"session_id\":\"S1\",\"location_id\":\"L1\"}")
                        .send();

        assertThat(said.code()).isEqualTo(2001);
        assertThat(said.sentence()).contains("OCPI-to-country-code", "OCPI-to-party-id");
        assertThat(ISSUERS)
                .flatExtracting(StubParty::seen)
                .as("what comes late is of an earlier test's token")
                .allMatch(seen -> seen.target().contains("/authorize"));
    }

    private String authorize() {
        return "/ocpi/sender/2.2.1/tokens/" + token + "/authorize?type=RFID";
    }

    private Asking ask() {
        return open(CAST.alice).asks("POST", authorize());
    }

    private List<Seen> asked(StubParty party) {
        return party.seen().stream().filter(seen -> seen.target().contains(token + "/")).toList();
    }

    private static Asking open(StubParty sender) {
        return CAST.from(sender, DORA)
                .without(HeaderNames.TO_COUNTRY_CODE)
                .without(HeaderNames.TO_PARTY_ID);
    }

    private static Said allowed(String word) {
        return Said.data("{\"allowed\":\"%s\"}".formatted(word));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
