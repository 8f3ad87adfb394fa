package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.message.Outcome;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What names the hub, or nobody: Broadcast Push and Open Routing. */
class HubTest {
    private static final Cast CAST = new Cast("ocn.node.relay.deadline=2s");
    private static final StubParty DORA =
            new StubParty(new PartyId("IT", "DOR"), Role.EMSP, Cast.key(21));
    private static final StubParty ERIN =
            new StubParty(new PartyId("IE", "ERI"), Role.CPO, Cast.key(22));
    private static final String LOCATION = "/ocpi/receiver/2.2.1/locations/DE/ALC/L1";

    static {
        for (StubParty party : List.of(DORA, ERIN)) {
            CAST.list(party, CAST.north);
            CAST.north.connect(party);
        }
    }

    @AfterAll
    static void end() {
        CAST.close();
        DORA.close();
        ERIN.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
        DORA.forget();
        ERIN.forget();
    }

    @Test
    void whatIsPushedToTheHubReachesEverybodyOfTheOtherSideHereAndElsewhere() {
        Said said = toHub(CAST.alice).asks("PUT", LOCATION).body("{ \"kwh\":1.0 }").send();

        assertThat(said.code()).isEqualTo(1000);
        assertThat(said.header(HeaderNames.FROM_PARTY_ID)).isEqualTo("OCN");
        assertThat(said.header(HeaderNames.TO_PARTY_ID)).isEqualTo("ALC");
        for (StubParty reader : List.of(CAST.carol, DORA, CAST.bob)) {
            await().until(() -> !reader.seen().isEmpty());
            Seen copy = reader.last();
            assertThat(copy.method()).isEqualTo("PUT");
            assertThat(copy.target()).isEqualTo("/ocpi/2.2.1/receiver/locations/DE/ALC/L1");
            assertThat(copy.text()).isEqualTo("{ \"kwh\":1.0 }");
            assertThat(copy.header(HeaderNames.TO_PARTY_ID)).isEqualTo(reader.id().partyId());
            assertThat(copy.header(HeaderNames.X_CORRELATION_ID)).isEqualTo("correlation-1");
            assertThat(copy.header(HeaderNames.FROM_PARTY_ID))
                    .as("from the hub; from another node, from who may send there")
                    .isEqualTo(reader == CAST.bob ? "ALC" : "OCN");
        }
        assertThat(ERIN.seen()).isEmpty();
        assertThat(CAST.alice.seen()).isEmpty();
    }

    @Test
    void aChangeStaysAChangeOnItsWayToEverybody() {
        assertThat(toHub(CAST.alice).asks("PATCH", LOCATION).body("{\"a\":1}").send().code())
                .isEqualTo(1000);

        for (StubParty reader : List.of(CAST.carol, DORA, CAST.bob)) {
            await().until(() -> !reader.seen().isEmpty());
            assertThat(reader.last().method()).isEqualTo("PATCH");
            assertThat(reader.last().text()).isEqualTo("{\"a\":1}");
        }
    }

    /** The sender is answered at once: it cannot wait until a receiver has what it changes next. */
    @Test
    void whatIsSaidOfOneObjectComesInItsOrder() {
        CountDownLatch changed = new CountDownLatch(1);
        AtomicBoolean overtaken = new AtomicBoolean();
        CAST.carol.answers(seen -> {
            if (seen.method().equals("PATCH")) {
                changed.countDown();
            } else {
                // A change that may overtake its object does so while somebody works at that.
                overtaken.set(comesSoon(changed));
            }
            return Said.ok();
        });
        toHub(CAST.alice).asks("PUT", LOCATION).body("{}").send();
        toHub(CAST.alice).asks("PATCH", LOCATION + "/E1").body("{}").send();

        await().until(() -> CAST.carol.seen().size() == 2);
        assertThat(CAST.carol.seen()).extracting(Seen::method).containsExactly("PUT", "PATCH");
        assertThat(overtaken).isFalse();
    }

    private static boolean comesSoon(CountDownLatch latch) {
        try {
            return latch.await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void whoShowsNoTokenReachesNobodyThroughTheHub() {
        Asking asking = toHub(CAST.alice).without(HeaderNames.AUTHORIZATION);

        assertThat(asking.asks("PUT", LOCATION).body("{}").send().status()).isEqualTo(401);
        assertThat(asking.asks("GET", "/ocpi/sender/2.2.1/locations").send().status())
                .isEqualTo(401);
        assertThat(toHub(CAST.carol).asks("PUT", LOCATION).body("{}").send().code())
                .as("a provider has no locations")
                .isEqualTo(2001);
        for (StubParty reader : List.of(CAST.alice, CAST.carol, DORA, ERIN, CAST.bob)) {
            assertThat(reader.seen()).isEmpty();
        }
    }

    @Test
    void whoRefusesOrHangsTakesNothingFromTheOthersAndTheSenderDoesNotWait() {
        CountDownLatch never = new CountDownLatch(1);
        CAST.carol.answers(seen -> {
            awaitQuietly(never);
            return Said.ok();
        });
        DORA.answers(Said.json(500, "<html>"));

        assertThat(toHub(CAST.alice).asks("PUT", LOCATION).body("{}").send().code())
                .isEqualTo(1000);

        await().until(() -> !CAST.bob.seen().isEmpty());
        await().untilAsserted(() ->
                assertThat(
                                CAST.north.events().stream()
                                        .filter(event -> event.receiver().isPresent())
                                        .filter(event ->
                                                event.outcome() instanceof Outcome.Declined)
                                        .map(event -> event.receiver().orElseThrow()))
                        .contains(CAST.carol.id(), DORA.id()));
        never.countDown();
    }

    @Test
    void aSignedPushKeepsItsAuthorAndTheNodeSignsForWhomEachCopyIs() {
        Said said =
                toHub(CAST.alice)
                        .asks("PUT", LOCATION)
                        .body("{\"kwh\":1.0}")
                        .signedBy(CAST.alice.key())
                        .send();

        assertThat(said.code()).isEqualTo(1000);
        assertThat(Signed.signersOf(said)).containsExactly(CAST.north.key().address());
        for (StubParty reader : List.of(CAST.carol, DORA, CAST.bob)) {
            await().until(() -> !reader.seen().isEmpty());
            assertThat(reader.last().header(HeaderNames.FROM_PARTY_ID)).isEqualTo("ALC");
            assertThat(Signed.signersOf(reader.last(), java.util.Map.of()))
                    .containsExactly(CAST.north.key().address(), CAST.alice.key().address());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/ocpi/receiver/2.2.1/sessions/DE/ALC/S1,sessions",
        "POST,/ocpi/receiver/2.2.1/cdrs,cdrs",
        "PUT,/ocpi/receiver/2.2.1/tokens/DE/ALC/T1,EMSP",
        "GET,/ocpi/receiver/2.2.1/locations/DE/ALC/L1,OCPI-to-country-code",
        "DELETE,/ocpi/receiver/2.2.1/tariffs/DE/ALC/T1,OCPI-to-country-code",
        "POST,/ocpi/receiver/2.2.1/commands/UNLOCK_CONNECTOR,commands",
        "GET,/ocpi/sender/2.2.1/locations?offset=-5,offset",
        "GET,/ocpi/sender/2.2.1/locations?limit=x,limit"
    })
    void whatIsNotForEverybodyMustNameAParty(String method, String path, String named) {
        Said said = toHub(CAST.alice).asks(method, path).body("{}").send();

        assertThat(said.code()).isEqualTo(2001);
        assertThat(said.sentence()).contains(named);
        assertThat(CAST.carol.seen()).isEmpty();
        assertThat(CAST.bob.seen()).isEmpty();
    }

    @Test
    void aSessionOrCdrWithoutReceiverGoesToWhoseTokenItNames() {
        for (StubParty owner : List.of(CAST.carol, CAST.bob)) {
            Said said =
                    open(CAST.alice)
                            .asks("POST", "/ocpi/receiver/2.2.1/cdrs")
                            .body(
                                    "{\"cdr_token\":{\"country_code\":\"%s\",\"party_id\":\"%s\"}}"
                                            .formatted(
                                                    owner.id().countryCode(), owner.id().partyId()))
                            .send();

            assertThat(said.code()).as(said.text()).isEqualTo(1000);
            assertThat(said.header(HeaderNames.FROM_PARTY_ID)).isEqualTo(owner.id().partyId());
            assertThat(owner.last().header(HeaderNames.TO_PARTY_ID))
                    .isEqualTo(owner.id().partyId());
            assertThat(owner.last().header(HeaderNames.FROM_PARTY_ID)).isEqualTo("ALC");
        }
    }

    @Test
    void withoutReceiverAndWithoutTokenOrWithASignatureItIsRefused() {
        Asking cdr = open(CAST.alice).asks("POST", "/ocpi/receiver/2.2.1/cdrs").body("{}");

        assertThat(cdr.send().sentence()).contains("OCPI-to-country-code", "cdr_token");
        assertThat(cdr.signedBy(CAST.alice.key()).send().sentence()).contains("signed");
        assertThat(open(CAST.alice).asks("GET", LOCATION).send().code()).isEqualTo(2001);
    }

    private static Asking toHub(StubParty sender) {
        return Asking.at(CAST.north.url(), sender, TestNode.HUB);
    }

    private static Asking open(StubParty sender) {
        return toHub(sender).without(HeaderNames.TO_COUNTRY_CODE).without(HeaderNames.TO_PARTY_ID);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
