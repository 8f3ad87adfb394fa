package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.Platform;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Operator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.stream.Stream;

/**
 * Alice, Eva, and Bob behind the other node, speak 2.3.0; Carol and Dora speak 2.2.1 and 2.2 only.
 * A message goes to an endpoint of its own version, or is refused by name.
 */
class EachVersionTest {
    private static final Cast CAST = new Cast();
    private static final StubParty DORA =
            new StubParty(new PartyId("IT", "DOR"), Role.EMSP, Cast.key(4));
    private static final StubParty EVA =
            new StubParty(new PartyId("ES", "EVA"), Role.EMSP, Cast.key(5));

    @BeforeAll
    static void connect() {
        CAST.alice.speaks(OcpiVersion.V2_3_0, OcpiVersion.V2_2_1);
        CAST.bob.speaks(OcpiVersion.V2_3_0, OcpiVersion.V2_2_1);
        again(CAST.north, CAST.alice);
        again(CAST.south, CAST.bob);
        DORA.speaks(OcpiVersion.V2_2);
        EVA.speaks(OcpiVersion.V2_3_0);
        for (StubParty further : new StubParty[] {DORA, EVA}) {
            CAST.list(further, CAST.north);
            CAST.north.connect(further);
        }
    }

    private static void again(TestNode node, StubParty party) {
        for (Platform known : node.platforms().all()) {
            if (known.id().value().equals("platform-" + party.id().partyId())) {
                node.platforms().remove(known);
            }
        }
        node.connect(party);
    }

    @AfterAll
    static void end() {
        CAST.close();
        DORA.close();
        EVA.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
        DORA.forget();
        EVA.forget();
    }

    static Stream<StubParty> speakers() {
        return Stream.of(EVA, CAST.bob);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("speakers")
    void whatIsSaidInAVersionReachesTheEndpointOfThatVersionByteForByte(StubParty receiver) {
        String tariff = "{ \"tax_included\":\"YES\", \"min_price\":{\"before_taxes\":1.50} }";

        Said said =
                CAST.from(CAST.alice, receiver)
                        .asks("PUT", "/ocpi/receiver/2.3.0/tariffs/DE/ALC/T1")
                        .body(tariff)
                        .send();

        assertThat(said.code()).as(said.sentence()).isEqualTo(1000);
        assertThat(receiver.last().target()).isEqualTo("/ocpi/2.3.0/receiver/tariffs/DE/ALC/T1");
        assertThat(receiver.last().text()).isEqualTo(tariff);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("speakers")
    void theModulesOfALaterVersionTravelWithTheirPages(StubParty receiver) {
        receiver.answers(seen ->
                seen.target().contains("offset=1")
                        ? Said.data("[2]")
                        : Said.data("[1]")
                                .with(
                                        "Link",
                                        "<%s/ocpi/2.3.0/sender/payments/terminals?offset=1>; rel=\"next\""
                                                .formatted(receiver.url())));

        Said first =
                CAST.from(CAST.alice, receiver)
                        .asks("GET", "/ocpi/sender/2.3.0/payments/terminals")
                        .send();

        assertThat(first.code()).as(first.sentence()).isEqualTo(1000);
        String next = first.header("Link").replaceAll("<|>.*", "");
        assertThat(next).startsWith(CAST.north.url() + "/ocpi/sender/2.3.0/payments/page/");
        assertThat(CAST.from(CAST.alice, receiver).asks("GET", next).send().text()).contains("[2]");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("speakers")
    void whoIsToCallBackDoesItInTheVersionItWasCalledIn(StubParty receiver) {
        CAST.from(CAST.alice, receiver)
                .asks("POST", "/ocpi/receiver/2.3.0/commands/START_SESSION")
                .body("{\"response_url\":\"" + CAST.alice.url() + "/results/1\"}")
                .send();

        String url = receiver.last().text().replaceAll(".*\"(http[^\"]+)\".*", "$1");
        assertThat(url).contains("/ocpi/sender/2.3.0/commands/START_SESSION/");
        assertThat(CAST.from(receiver, CAST.alice).asks("POST", url).body("{}").send().code())
                .isEqualTo(1000);
        assertThat(CAST.alice.last().target()).isEqualTo("/results/1");
    }

    @Test
    void bothVersionsOfOnePlatformAreReached() {
        CAST.from(CAST.carol, CAST.alice).asks("GET", "/ocpi/sender/2.2.1/locations").send();
        assertThat(CAST.alice.last().target()).isEqualTo("/ocpi/2.2.1/sender/locations");

        CAST.from(CAST.bob, CAST.alice).asks("GET", "/ocpi/sender/2.3.0/locations").send();
        assertThat(CAST.alice.last().target()).isEqualTo("/ocpi/2.3.0/sender/locations");
    }

    @Test
    void whoDoesNotSpeakTheVersionIsNotCalledAndTheSenderIsToldWhatItSpeaks() {
        for (StubParty sender : new StubParty[] {CAST.alice, CAST.bob}) {
            Said said =
                    CAST.from(sender, CAST.carol).asks("GET", "/ocpi/sender/2.3.0/tokens").send();

            assertThat(said.status()).isEqualTo(200);
            assertThat(said.code()).isEqualTo(3002);
            assertThat(said.sentence())
                    .isEqualTo(
                            "FR/CAR does not take messages of version 2.3.0: send it to your"
                                    + " endpoints of 2.2.1.");
            assertThat(CAST.carol.seen()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "P2", "P3"})
    void aNodeThatKnowsNothingOfTheVersionIsNotSentIt(String profile) {
        try (Cast cast = new Cast("ocn.node.relay.peers." + Cast.key(7).address() + "=" + profile);
                StubParty max = new StubParty(new PartyId("BE", "MAX"), Role.CPO, Cast.key(7))) {
            Operator operator = new Operator(Cast.key(7).address(), URI.create(max.url()));
            cast.directory.list(operator);
            cast.directory.list(Cast.listing(max, operator));

            Said said =
                    Asking.at(cast.north.url(), cast.carol, max.id())
                            .asks("GET", "/ocpi/sender/2.3.0/locations")
                            .send();

            assertThat(said.code()).isEqualTo(3002);
            assertThat(max.seen()).isEmpty();
        }
    }

    @Test
    void whatIsPushedToEverybodyReachesThoseWhoSpeakTheVersion() {
        Said said =
                Asking.at(CAST.north.url(), CAST.alice, TestNode.HUB)
                        .asks("PUT", "/ocpi/receiver/2.3.0/locations/DE/ALC/L1")
                        .body("{}")
                        .send();

        assertThat(said.code()).as(said.sentence()).isEqualTo(1000);
        await().until(() -> !CAST.bob.seen().isEmpty());
        assertThat(CAST.carol.seen()).isEmpty();
        assertThat(DORA.seen()).isEmpty();
    }

    @Test
    void theTwoNumbersOfOneVersionMeetAndEachGetsAddressesOfItsOwn() {
        CAST.from(CAST.alice, DORA)
                .asks("PUT", "/ocpi/receiver/2.2.1/locations/DE/ALC/L1")
                .body("{}")
                .send();
        assertThat(DORA.last().target()).isEqualTo("/ocpi/2.2/receiver/locations/DE/ALC/L1");

        CAST.alice.answers(
                Said.data("[]").with("Link", "<" + CAST.alice.url() + "/ocpi/more>; rel=\"next\""));
        Said page = CAST.from(DORA, CAST.alice).asks("GET", "/ocpi/sender/2.2/locations").send();
        assertThat(page.header("Link")).contains("/ocpi/sender/2.2/locations/page/");

        CAST.from(CAST.carol, DORA)
                .asks("POST", "/ocpi/receiver/2.2.1/commands/STOP_SESSION")
                .body("{\"response_url\":\"" + CAST.carol.url() + "/results/1\"}")
                .send();
        assertThat(DORA.last().text()).contains("/ocpi/sender/2.2/commands/STOP_SESSION/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0", "2.1.1", "2.0"})
    void aVersionThatNobodySpeaksIsRefusedWithTheListOfThoseThatAre(String version) {
        Said said =
                CAST.from(CAST.alice, CAST.carol)
                        .asks("GET", "/ocpi/sender/" + version + "/locations")
                        .send();

        assertThat(said.status()).isEqualTo(404);
        assertThat(said.code()).isEqualTo(3002);
        assertThat(said.sentence()).contains("2.3.0, 2.2.1, 2.2");
        assertThat(CAST.carol.seen()).isEmpty();
    }

    @Test
    void theOperatorMayLeaveAVersionOut() {
        try (Cast cast = new Cast("ocn.node.relay.versions=2.2.1")) {
            Said said =
                    cast.from(cast.carol, cast.alice)
                            .asks("GET", "/ocpi/sender/2.3.0/locations")
                            .send();

            assertThat(said.code()).isEqualTo(3002);
            assertThat(said.sentence()).contains("one of 2.2.1.");
        }
    }
}
