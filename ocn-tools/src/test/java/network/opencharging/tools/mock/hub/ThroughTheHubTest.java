package network.opencharging.tools.mock.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.PlatformMock;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.mock.fault.Faults;
import network.opencharging.tools.mock.fault.Planted;
import network.opencharging.tools.mock.fault.Scope;
import network.opencharging.tools.mock.stock.Tokens;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;
import network.opencharging.tools.seam.Seams;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Alice the CPO and Bob the eMSP speak through the mock hub. */
class ThroughTheHubTest {
    private static final PartyId HUB = new PartyId("CH", "HUB");
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId BOB = new PartyId("NL", "BOB");

    private MockHub hub;
    private MockCpo alice;
    private MockEmsp bob;

    @BeforeEach
    void open() throws IOException {
        hub = MockHub.open(settings(HUB, Role.HUB));
        hub.invite("token-a");
        alice = MockCpo.open(settings(ALICE, Role.CPO));
        bob = MockEmsp.open(settings(BOB, Role.EMSP));
        register(alice);
        register(bob);
    }

    @AfterEach
    void close() {
        bob.close();
        alice.close();
        hub.close();
    }

    @Test
    void aSessionRunsFromStartToCdr() throws IOException {
        bob.startSession(ALICE, "r1", Tokens.CARD, "LOC1", "LOC1-E1");
        await().until(() -> bob.received().callbacks().result("r1").isPresent());
        await().until(() -> bob.received().sessions().all().size() == 1);

        bob.stopSession(ALICE, "r2", "SESSION1");

        await().until(() -> bob.received().cdrs().all().size() == 1);
        // and what Alice heard names the hub's address, not Bob's
        Exchange start = received(alice, "POST", "START_SESSION");
        assertThat(start.request().body())
                .contains(hub.versions().getAuthority() + "/ocpi/link/")
                .doesNotContain(bob.versions().getAuthority());
        // and the CDR's address leads through the hub
        Exchange cdr = sent(alice, "POST", "/cdrs");
        assertThat(cdr.answer().headers().get("Location").orElse(""))
                .contains(hub.versions().getAuthority() + "/ocpi/link/");
    }

    @Test
    void idsOfARequestAreOfItsHopAndThoseOfAnExchangeStay() throws IOException {
        Reply reply = bob.pull(ALICE, ModuleId.LOCATIONS, "?limit=2");

        Exchange atAlice = received(alice, "GET", "/locations");
        Exchange ofBob = reply.exchange();
        assertThat(atAlice.correlationId()).isEqualTo(ofBob.correlationId());
        assertThat(header(atAlice, "X-Request-ID")).isNotEqualTo(header(ofBob, "X-Request-ID"));
        assertThat(ofBob.answer().headers().get("X-Request-ID"))
                .isEqualTo(ofBob.request().headers().get("X-Request-ID"));
    }

    @Test
    void theLinkToTheNextPageLeadsThroughTheHub() throws IOException {
        Reply first = bob.pull(ALICE, ModuleId.LOCATIONS, "?limit=2");

        Reply second = bob.platform().caller().send(Call.get(first.next().orElseThrow(), ALICE));

        assertThat(first.next().orElseThrow().getAuthority())
                .isEqualTo(hub.versions().getAuthority());
        assertThat(second.data().orElseThrow()).hasSize(2);
        assertThat(second.data()).isNotEqualTo(first.data());
    }

    @Test
    void whatIsSentToTheHubGoesToEverybodyOfAnotherRole() throws IOException {
        ObjectNode location = alice.stock().locations().find("LOC1").orElseThrow();

        alice.platform()
                .caller()
                .send(
                        Call.of(
                                        "PUT",
                                        ModuleId.LOCATIONS,
                                        InterfaceRole.RECEIVER,
                                        "/DE/ALC/LOC1",
                                        HUB)
                                .with(location));

        await().until(() -> bob.received().locations().all().size() == 1);
    }

    @Test
    void whatIsAskedOfTheHubComesFromAll() throws IOException {
        Reply reply = bob.pull(HUB, ModuleId.LOCATIONS, "");

        assertThat(reply.isSuccess()).as(reply.summary()).isTrue();
        assertThat(reply.data().orElseThrow()).hasSize(5);
    }

    @Test
    void whoIsConnectedIsListedAndTold() throws IOException {
        await().until(() -> alice.clients().all().size() == 1);
        assertThat(alice.clients().all().getFirst().path("status").asString())
                .isEqualTo("CONNECTED");

        bob.platform().registration().unregister();

        await().until(() ->
                alice.clients().all().getFirst().path("status").asString().equals("SUSPENDED"));
        assertThat(hub.connected()).extracting(Identity::party).containsExactly(ALICE);
    }

    @Test
    void whoIsNotThereIsAnsweredByTheHub() throws IOException {
        assertThat(status(bob.pull(new PartyId("ZZ", "ZZZ"), ModuleId.LOCATIONS, "")))
                .isEqualTo(4001);
        alice.close();
        assertThat(status(bob.pull(ALICE, ModuleId.LOCATIONS, ""))).isEqualTo(4003);
    }

    @Test
    void nobodySpeaksForAnother() throws IOException {
        PlatformMock eve = MockEmsp.open(settings(new PartyId("FR", "EVE"), Role.EMSP));
        try (eve) {
            register(eve);
            MockEmsp liar = MockEmsp.open(settings(ALICE, Role.EMSP));
            try (liar) {
                liar.platform()
                        .connection()
                        .registered("x", eve.platform().connection().peer().orElseThrow());

                Reply reply = liar.pull(BOB, ModuleId.TOKENS, "");

                assertThat(status(reply)).isEqualTo(2001);
                assertThat(bob.log().all())
                        .noneMatch(one -> one.request().line().contains("/tokens"));
            }
        }
    }

    @Test
    void theHubHasTheSameFaults() throws IOException {
        hub.faults().on(new Planted(Faults.find("http-500").orElseThrow(), Scope.ALL));

        assertThat(bob.pull(ALICE, ModuleId.LOCATIONS, "").answer().status()).isEqualTo(500);

        hub.faults().off("http-500");
        assertThat(bob.pull(ALICE, ModuleId.LOCATIONS, "").answer().status()).isEqualTo(200);
    }

    private void register(PlatformMock party) throws IOException {
        party.platform().registration().register(hub.versions(), "token-a");
    }

    private static int status(Reply reply) {
        return reply.envelope().orElseThrow().status().code();
    }

    private static Optional<String> header(Exchange exchange, String name) {
        return exchange.request().headers().get(name);
    }

    private static Exchange received(PlatformMock mock, String method, String path) {
        return find(mock, Exchange.Direction.RECEIVED, method, path);
    }

    private static Exchange sent(PlatformMock mock, String method, String path) {
        await().until(() -> !matching(mock, Exchange.Direction.SENT, method, path).isEmpty());
        return find(mock, Exchange.Direction.SENT, method, path);
    }

    private static Exchange find(
            PlatformMock mock, Exchange.Direction direction, String method, String path) {
        return matching(mock, direction, method, path).getFirst();
    }

    private static List<Exchange> matching(
            PlatformMock mock, Exchange.Direction direction, String method, String path) {
        return mock.log().all().stream()
                .filter(one -> one.direction() == direction)
                .filter(one -> one.request().line().startsWith(method + " "))
                .filter(one -> one.request().line().contains(path))
                .toList();
    }

    private static Settings settings(PartyId party, Role role) {
        return Settings.of(
                new Identity(party, role, "Mock"),
                Settings.Seams.of(Seams.real(), Seams.real().clock(), exchange -> {}));
    }
}
