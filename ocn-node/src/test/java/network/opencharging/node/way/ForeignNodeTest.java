package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.NodeMessage;
import network.opencharging.protocol.message.NodeMessage.Proxy;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteKey;
import network.opencharging.registry.directory.Operator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What another node says is believed as far as its signature and the registry reach. West is a
 * foreign node, honest or not, with Max as its party.
 */
class ForeignNodeTest {
    private static final Cast CAST = new Cast();
    private static final PrivateKey WEST = Cast.key(7);
    private static final StubParty MAX = new StubParty(new PartyId("BE", "MAX"), Role.EMSP, WEST);
    private static final RouteKey LOCATIONS =
            new RouteKey(ModuleId.LOCATIONS, InterfaceRole.SENDER, HttpMethod.GET, "");
    private static final RouteKey PAGE =
            new RouteKey(ModuleId.LOCATIONS, InterfaceRole.SENDER, HttpMethod.GET, "page/17");
    private static final RouteKey COMMAND =
            new RouteKey(
                    ModuleId.COMMANDS, InterfaceRole.RECEIVER, HttpMethod.POST, "START_SESSION");

    @BeforeAll
    static void west() {
        // The stub serves as node and as party: node messages come to /ocn/message.
        Operator operator = new Operator(WEST.address(), URI.create(MAX.url()));
        CAST.directory.list(operator);
        CAST.directory.list(Cast.listing(MAX, operator));
    }

    @AfterAll
    static void end() {
        CAST.close();
        MAX.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
        MAX.forget();
    }

    @Test
    void aMessageOfItsOwnPartyPassesAndTheLinksComeBackAsTheyWere() {
        String link = "<" + CAST.alice.url() + "/x?offset=1>; rel=\"next\"";
        CAST.alice.answers(
                Said.data("[1]")
                        .with(HeaderNames.LINK, link)
                        .with(HeaderNames.X_TOTAL_COUNT, "2")
                        .with(HeaderNames.X_LIMIT, "1"));

        Said said = letter(LOCATIONS).sendTo(CAST.north);

        assertThat(said.text()).isEqualTo(Said.data("[1]").text());
        assertThat(said.header(HeaderNames.LINK)).isEqualTo(link);
        assertThat(said.header(HeaderNames.X_TOTAL_COUNT)).isEqualTo("2");
        assertThat(said.header(HeaderNames.X_REQUEST_ID)).isEqualTo("hop");
        assertThat(CAST.alice.last().header(HeaderNames.X_CORRELATION_ID))
                .isEqualTo("inner-correlation");
    }

    @Test
    void aMessageThatSomebodyFormattedOnTheWayIsReadAsItWasSigned() {
        NodeLetter letter = letter(LOCATIONS);
        Body formatted = Body.of(letter.message().toBody().text().replace(",", ",\n  "));

        assertThat(letter.sendTo(CAST.north, formatted).code()).isEqualTo(1000);
    }

    @Test
    void whoIsNotTheOperatorOfTheSenderIsNotBelieved() {
        refused(NodeLetter.of(LOCATIONS, CAST.bob.id(), CAST.alice.id(), WEST), 4003);
        refused(NodeLetter.of(LOCATIONS, MAX.id(), CAST.alice.id(), Cast.key(77)), 4003);
        refused(NodeLetter.of(LOCATIONS, new PartyId("XX", "XXX"), CAST.alice.id(), WEST), 4001);
        assertThat(NodeLetter.raw(CAST.north, letter(LOCATIONS).message().toBody(), "x").code())
                .isEqualTo(4003);
        assertThat(
                        letter(LOCATIONS)
                                .sendTo(
                                        CAST.north,
                                        NodeLetter.of(PAGE, MAX.id(), CAST.alice.id(), WEST)
                                                .message()
                                                .toBody())
                                .code())
                .isEqualTo(4003);
        assertThat(CAST.alice.seen()).isEmpty();
    }

    @Test
    void aMessageIsNotSentOnToAThirdNode() {
        refused(NodeLetter.of(LOCATIONS, MAX.id(), CAST.bob.id(), WEST), 4001);
        assertThat(CAST.bob.seen()).isEmpty();
    }

    @Test
    void whatIsNoNodeMessageIsRefusedByName() {
        for (String text : new String[] {"", "{", "[]", "{}", "{\"module\":\"LOCATIONS\"}"}) {
            Said said = NodeLetter.raw(CAST.north, Body.of(text), "x");
            assertThat(said.status()).isEqualTo(400);
            assertThat(said.code()).isEqualTo(2001);
        }
        Said get =
                new Asking(
                                CAST.north.url(),
                                network.opencharging.protocol.message.Headers.NONE,
                                "GET",
                                "/ocn/message",
                                Body.EMPTY)
                        .send();
        assertThat(get.status()).isEqualTo(405);
    }

    @Test
    void aPageIsFetchedFromWhereTheReceiverAnnouncedToBe() {
        String url = CAST.alice.endpoint(ModuleId.LOCATIONS, InterfaceRole.SENDER) + "?offset=1";

        assertThat(letter(PAGE).following(url).sendTo(CAST.north).code()).isEqualTo(1000);

        assertThat(CAST.alice.last().target()).isEqualTo("/ocpi/2.2.1/sender/locations?offset=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/steal",
                "http://127.0.0.1:1/",
                "http://169.254.169.254/",
                "{alice}/ocpi/2.2.1/credentials",
                "{alice}/ocpi/2.2.1/credentials/",
                "{alice}/ocpi/2.2.1/CREDENTIALS?x=1",
                "{alice}/ocpi/2.2.1/%63redentials",
                "{alice}/ocpi/2.2.1/x/../credentials",
                "{alice}/ocpi//2.2.1/credentials;x=1",
                "{alice}/ocpi/2.2.1/x/%2e%2e/credentials",
                "{alice}/ocpi/versions",
                "{south}/ocpi/versions",
                "{north}/ocpi/versions",
                "{alice}@evil.example/",
                "not a url",
                "/relative"
            })
    void aTokenIsNotSentToWhereItCouldBeStolen(String place) {
        String url =
                place.replace("{alice}", CAST.alice.url())
                        .replace("{north}", CAST.north.url())
                        .replace("{south}", CAST.south.url());

        refused(letter(PAGE).following(url), 2001);
        refused(letter(LOCATIONS).following(url), 2001);

        assertThat(CAST.alice.seen()).isEmpty();
    }

    @Test
    void aPathThatClimbsToTheReceiversCredentialsIsRefused() {
        for (String path : new String[] {"../credentials", "x/%2e%2e/%2e%2e/credentials", "a?b"}) {
            RouteKey key =
                    new RouteKey(ModuleId.LOCATIONS, InterfaceRole.SENDER, HttpMethod.GET, path);
            refused(letter(key), 2001);
        }
        assertThat(CAST.alice.seen()).isEmpty();
    }

    @Test
    void anythingButAReadingAtAGivenAddressIsRefused() {
        RouteKey put =
                new RouteKey(
                        ModuleId.LOCATIONS, InterfaceRole.RECEIVER, HttpMethod.PUT, "DE/ALC/L1");
        String url = CAST.alice.endpoint(ModuleId.LOCATIONS, InterfaceRole.RECEIVER);

        refused(letter(put).body("{}").following(url), 2001);

        assertThat(CAST.alice.seen()).isEmpty();
    }

    @Test
    void aCommandWhoseResultWouldGoAnywhereButToTheReceiversNodeIsRefused() {
        refused(
                letter(COMMAND)
                        .body("{\"response_url\":\"https://evil.example/steal\"}")
                        .proxy(proxy("uid-1", MAX.url() + "/result")),
                2001);
        assertThat(CAST.alice.seen()).isEmpty();
    }

    @Test
    void headersThatAnOldNodePrintsAsListsAreReadAsValues() {
        MAX.answers(
                Said.data("[1]")
                        .with(HeaderNames.X_TOTAL_COUNT, "[50]")
                        .with("link", "[<https://max.example/2>; rel=\"next\"]"));

        Said said =
                Asking.at(CAST.north.url(), CAST.alice, MAX.id())
                        .asks("GET", "/ocpi/sender/2.2.1/tokens")
                        .send();

        assertThat(said.header(HeaderNames.X_TOTAL_COUNT)).isEqualTo("50");
        assertThat(said.header(HeaderNames.LINK)).startsWith("<" + CAST.north.url());
    }

    @Test
    void anOldNodeGetsItsAddressBackWithTheCallback() {
        String callback = CAST.north.url() + "/ocpi/sender/2.2/commands/START_SESSION/uid-1";
        String original = MAX.url() + "/result/1";
        assertThat(
                        letter(COMMAND)
                                .body("{\"response_url\":\"" + callback + "\"}")
                                .proxy(proxy("uid-1", original))
                                .sendTo(CAST.north)
                                .code())
                .isEqualTo(1000);
        assertThat(CAST.alice.last().text()).contains(callback);

        Said said =
                Asking.at(CAST.north.url(), CAST.alice, MAX.id())
                        .asks("POST", callback)
                        .body("{\"result\":\"ACCEPTED\"}")
                        .send();

        assertThat(said.code()).isEqualTo(1000);
        assertThat(MAX.last().target()).isEqualTo("/ocn/message");
        NodeMessage message = sent();
        assertThat(message.proxy()).isEqualTo(new Proxy(Optional.empty(), Optional.of(original)));
        assertThat(message.target().path()).isEqualTo("START_SESSION/uid-1");
        assertThat(message.body().orElseThrow().text()).isEqualTo("{\"result\":\"ACCEPTED\"}");
    }

    @Test
    void anOldNodesCallbackReachesTheUrlThatWasGivenAndNoOther() {
        String original = CAST.carol.url() + "/results/1";
        Asking.at(CAST.north.url(), CAST.carol, MAX.id())
                .asks("POST", "/ocpi/receiver/2.2.1/commands/STOP_SESSION")
                .body("{\"response_url\":\"" + original + "\"}")
                .send();
        Proxy announced = sent().proxy();
        assertThat(announced.resource()).contains(original);
        // Published nodes leave the command out of the path.
        RouteKey result =
                new RouteKey(
                        ModuleId.COMMANDS,
                        InterfaceRole.SENDER,
                        HttpMethod.POST,
                        announced.uid().orElseThrow());
        Supplier<NodeLetter> letter =
                () ->
                        NodeLetter.of(result, MAX.id(), CAST.carol.id(), WEST)
                                .body("{\"result\":\"ACCEPTED\"}");

        refused(letter.get().following(CAST.carol.url() + "/ocpi/2.2.1/sender/locations"), 2001);
        assertThat(CAST.carol.seen()).isEmpty();
        assertThat(letter.get().following(original).sendTo(CAST.north).code()).isEqualTo(1000);
        assertThat(CAST.carol.last().target()).isEqualTo("/results/1");
    }

    private static NodeLetter letter(RouteKey target) {
        return NodeLetter.of(target, MAX.id(), CAST.alice.id(), WEST);
    }

    private static Proxy proxy(String uid, String resource) {
        return new Proxy(Optional.of(uid), Optional.of(resource));
    }

    private static NodeMessage sent() {
        return ((NodeMessage.Reading.Read) NodeMessage.read(MAX.last().content())).message();
    }

    private static void refused(NodeLetter letter, int code) {
        assertThat(letter.sendTo(CAST.north).code()).isEqualTo(code);
    }
}
