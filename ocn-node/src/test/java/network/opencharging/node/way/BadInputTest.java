package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.message.LogKeys;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What cannot be passed on is refused with the right numbers, names its field, and goes nowhere.
 */
class BadInputTest {
    private static final Cast CAST = new Cast();
    private static final String OBJECT = "/ocpi/receiver/2.2.1/locations/DE/ALC/L1";

    private final Asking put = CAST.from(CAST.alice, CAST.carol).asks("PUT", OBJECT).body("{}");

    @AfterAll
    static void end() {
        CAST.close();
    }

    private final LogLines log = new LogLines();

    @BeforeEach
    void forget() {
        CAST.forget();
    }

    @AfterEach
    void nothingWasForwarded() {
        log.close();
        assertThat(CAST.alice.seen()).isEmpty();
        assertThat(CAST.carol.seen()).isEmpty();
        assertThat(CAST.bob.seen()).isEmpty();
    }

    @Test
    void withoutTokenOrWithAForeignOneNobodyEnters() {
        refused(put.without(HeaderNames.AUTHORIZATION), 401, 2001, "Authorization");
        refused(put.with(HeaderNames.AUTHORIZATION, "Bearer x"), 401, 2001, "Authorization");
        refused(put.with(HeaderNames.AUTHORIZATION, "Token"), 401, 2001, "Authorization");
        refused(put.with(HeaderNames.AUTHORIZATION, Asking.token("x")), 401, 2001, "Authorization");
        refused(
                put.with(HeaderNames.AUTHORIZATION, Asking.token(CAST.alice.outboundToken())),
                401,
                2001,
                "Authorization");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HeaderNames.FROM_COUNTRY_CODE,
                HeaderNames.FROM_PARTY_ID,
                HeaderNames.TO_COUNTRY_CODE,
                HeaderNames.TO_PARTY_ID
            })
    void aHalfPairOfRoutingHeadersIsNamed(String header) {
        refused(put.without(header), 200, 2001, header);
        refused(put.with(header, "?"), 200, 2001, header);
        refused(put.with(header, "toolong"), 200, 2001, header);
    }

    @Test
    void missingRoutingHeadersAreNamed() {
        refused(
                put.without(HeaderNames.TO_COUNTRY_CODE).without(HeaderNames.TO_PARTY_ID),
                200,
                2001,
                HeaderNames.TO_COUNTRY_CODE);
        refused(
                put.without(HeaderNames.FROM_COUNTRY_CODE).without(HeaderNames.FROM_PARTY_ID),
                200,
                2001,
                HeaderNames.FROM_COUNTRY_CODE);
    }

    @Test
    void aPlatformSpeaksForItsOwnPartiesOnly() {
        refused(put.with(HeaderNames.FROM_PARTY_ID, "XXX"), 200, 2001, HeaderNames.FROM_PARTY_ID);
        refused(
                put.with(HeaderNames.FROM_COUNTRY_CODE, "FR")
                        .with(HeaderNames.FROM_PARTY_ID, "CAR"),
                200,
                2001,
                "FR/CAR");
    }

    @Test
    void anUnknownReceiverIs4001() {
        refused(put.with(HeaderNames.TO_PARTY_ID, "XXX"), 200, 4001, "FR/XXX");
    }

    @Test
    void aReceiverThatIsListedHereButNotConnectedIs4003AndTheNodeDoesNotCallItself() {
        try (StubParty dora = new StubParty(new PartyId("IT", "DOR"), Role.CPO, Cast.key(5))) {
            CAST.list(dora, CAST.north);

            refused(
                    put.with(HeaderNames.TO_COUNTRY_CODE, "IT")
                            .with(HeaderNames.TO_PARTY_ID, "DOR"),
                    200,
                    4003,
                    "IT/DOR");
        }
    }

    @ParameterizedTest
    @CsvSource({"OFFLINE", "SUSPENDED"})
    void aReceiverThatIsNotConnectedIs4003(ConnectionStatus status) {
        try (StubParty eve =
                new StubParty(
                        new PartyId("AT", status.name().substring(0, 3)), Role.CPO, Cast.key(6))) {
            CAST.north.connect(eve, status);

            refused(
                    put.with(HeaderNames.TO_COUNTRY_CODE, "AT")
                            .with(HeaderNames.TO_PARTY_ID, eve.id().partyId()),
                    200,
                    4003,
                    status.name());
        }
    }

    @Test
    void aSuspendedPlatformSendsNothing() {
        try (StubParty eve = new StubParty(new PartyId("AT", "EVE"), Role.CPO, Cast.key(6))) {
            CAST.north.connect(eve, ConnectionStatus.SUSPENDED);

            refused(
                    Asking.at(CAST.north.url(), eve, CAST.carol.id())
                            .asks("PUT", OBJECT)
                            .body("{}"),
                    200,
                    2000,
                    "SUSPENDED");
        }
    }

    @Test
    void aParameterThatComesTwiceIsNamedWhereItCouldTravelOnlyOnce() {
        refused(
                CAST.from(CAST.alice, CAST.bob)
                        .asks("GET", "/ocpi/sender/2.2.1/tokens?limit=1&li%6Dit=2"),
                400,
                2001,
                "limit");
    }

    @Test
    void aModuleTheReceiverLacksIsNamed() {
        for (StubParty to : new StubParty[] {CAST.carol, CAST.bob}) {
            refused(
                    CAST.from(CAST.alice, to).asks("GET", "/ocpi/custom/sender/xyz-nothing"),
                    200,
                    2001,
                    "xyz-nothing");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":}",
                "hello",
                "{}{}",
                "{\"a\":1,\"a\":2}",
                "[1,]",
                "\u0000",
                "<xml/>"
            })
    void aBodyThatIsNotJsonIs400(String text) {
        refused(put.body(text), 400, 2001, "body");
    }

    @Test
    void tooLargeABodyIs413() {
        byte[] large = new byte[20 << 20];
        java.util.Arrays.fill(large, (byte) ' ');
        refused(put.body(Body.of(large)), 413, 2001, "body");
    }

    @Test
    void headerBombsAre431() {
        refused(put.with("X-Bomb", "x".repeat(70_000)), 431, 2001, "headers");
        Asking many = put;
        for (int i = 0; i < 120; i++) {
            many = many.with("X-Bomb-" + i, "x");
        }
        refused(many, 431, 2001, "headers");
    }

    @Test
    void anIdThatIsTooLongIsNamed() {
        refused(
                put.with(HeaderNames.X_CORRELATION_ID, "x".repeat(256)),
                200,
                2001,
                HeaderNames.X_CORRELATION_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "HEAD", "BREW"})
    void aMethodThatOcpiDoesNotHaveIs405(String method) {
        Said said = put.body("").asks(method, OBJECT).send();
        assertThat(said.status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ocpi/sender/",
                "/ocpi/sender/x/locations",
                "/ocpi/receiver/2.2.1",
                "/ocpi/custom/locations/x",
                "/ocpi/sender/2.2.1/credentials"
            })
    void aPathThatIsNotPassedOnIs404(String path) {
        refused(put.asks("PUT", path), 404, 2001, "path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not a url",
                "/relative",
                "ftp://127.0.0.1/x",
                "http://user@127.0.0.1/x",
                "http://169.254.169.254/latest",
                "https://evil.example/",
                "http://127.0.0.1:1/"
            })
    void aResponseUrlThatThePlatformNeverAnnouncedIsNamed(String url) {
        Asking command =
                CAST.from(CAST.carol, CAST.alice)
                        .asks("POST", "/ocpi/receiver/2.2.1/commands/START_SESSION")
                        .body("{\"response_url\":\"" + url + "\"}");

        refused(command, 200, 2001, "response_url");
        refused(command.body("{}"), 200, 2001, "response_url");
        refused(command.body("{\"response_url\":7}"), 200, 2001, "response_url");
        refused(
                CAST.from(CAST.carol, CAST.bob)
                        .asks("GET", "/ocpi/receiver/2.2.1/chargingprofiles/S1?duration=1"),
                200,
                2001,
                "response_url");
    }

    @Test
    void aResponseUrlOfTheNodeItselfIsRefused() {
        refused(
                CAST.from(CAST.carol, CAST.alice)
                        .asks("POST", "/ocpi/receiver/2.2.1/commands/START_SESSION")
                        .body(
                                "{\"response_url\":\""
                                        + CAST.north.url()
                                        + "/ocpi/sender/2.2.1/commands/START_SESSION/1\"}"),
                200,
                2001,
                "response_url must not lead to the node itself");
    }

    /** Every refusal has an envelope that names the field, and the ids and headers of an answer. */
    private void refused(Asking asking, int status, int code, String field) {
        log.forget();
        Said said = asking.send();
        assertThat(log.all())
                .as("one line in the log, with the correlation id of the answer")
                .extracting(line -> line.getMDCPropertyMap().get(LogKeys.CORRELATION))
                .containsExactly(said.header(HeaderNames.X_CORRELATION_ID));
        assertThat(said.status()).as(said.text()).isEqualTo(status);
        assertThat(said.code()).isEqualTo(code);
        assertThat(said.sentence()).contains(field);
        assertThat(said.envelope().textOf("timestamp")).isPresent();
        assertThat(said.header(HeaderNames.X_REQUEST_ID)).isNotBlank();
        assertThat(said.header(HeaderNames.X_CORRELATION_ID)).isNotBlank();
        asking.headers()
                .get(HeaderNames.FROM_PARTY_ID)
                .ifPresent(
                        from -> assertThat(said.header(HeaderNames.TO_PARTY_ID)).isEqualTo(from));
    }
}
