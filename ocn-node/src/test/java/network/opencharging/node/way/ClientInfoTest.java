package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.client.AddressFence;
import network.opencharging.node.client.ClientLimits;
import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.clientinfo.ClientBook;
import network.opencharging.node.clientinfo.ClientCalls;
import network.opencharging.node.clientinfo.ClientInfo;
import network.opencharging.node.clientinfo.ClientNews;
import network.opencharging.node.clientinfo.LifeSigns;
import network.opencharging.node.clientinfo.SayingStore;
import network.opencharging.node.network.PeerProfile;
import network.opencharging.node.network.PeerProfiles;
import network.opencharging.node.network.PeerStore;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.MemoryPlatformStore;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.signing.NodeSignature;
import network.opencharging.registry.directory.Operator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Who is connected: noticed, asked, and told to platforms and nodes. */
class ClientInfoTest {
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final StubParty alice = new StubParty(new PartyId("DE", "ALC"), Role.CPO, Cast.key(1));
    private final StubParty carol = new StubParty(new PartyId("FR", "CAR"), Role.EMSP, Cast.key(3));
    private final StubParty south = new StubParty(new PartyId("NL", "BOB"), Role.EMSP, Cast.key(9));
    private final Time time = new Time();
    private final MemoryDirectory directory = new MemoryDirectory();
    private final Platforms platforms = new Platforms(new MemoryPlatformStore(), time);
    private final TokenVault vault =
            new TokenVault(
                    "a secret of this test, 32 bytes long".getBytes(StandardCharsets.US_ASCII),
                    new SecureRandom());
    private final StubParty north =
            new StubParty(new PartyId("NO", "NOR"), Role.OTHER, Cast.key(8));
    private final Operator self = new Operator(Cast.key(8).address(), URI.create(north.url()));
    private final Operator other = new Operator(south.key().address(), URI.create(south.url()));
    private final HttpCaller http =
            new HttpCaller(AddressFence.allowing(List.of("127.0.0.0/8")), ClientLimits.STANDARD);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PeerProfiles peers = new PeerProfiles(Map.of(), PeerStore.none(), time);
    private final ClientCalls calls =
            new ClientCalls(http, Cast.key(8), () -> "id", peers, Duration.ofSeconds(2));
    private final ClientBook book =
            new ClientBook(platforms, directory, self, SayingStore.none(), time);
    private final LifeSigns signs = new LifeSigns(platforms, calls, threads, SILENCE, time);
    private final ClientNews news =
            new ClientNews(book, platforms, directory, calls, this::mayMeet, threads);
    private boolean hidden;

    @BeforeEach
    void everybodyIsThere() {
        directory.list(self);
        directory.list(other);
        directory.list(Cast.listing(alice, self));
        directory.list(Cast.listing(carol, self));
        directory.list(Cast.listing(south, other));
        platforms.save(alice.registered(vault::hash, ConnectionStatus.CONNECTED));
        platforms.save(carol.registered(vault::hash, ConnectionStatus.CONNECTED));
        news.tell();
    }

    @AfterEach
    void end() {
        threads.close();
        http.close();
        alice.close();
        carol.close();
        south.close();
        north.close();
    }

    @Test
    void whoIsSilentIsAskedAndWhoDoesNotAnswerIsOfflineUntilItSpeaks() {
        signs.check();
        assertThat(alice.seen()).isEmpty();
        alice.answers(Said.json(502, ""));

        time.passes(SILENCE);
        signs.check();

        await().until(() -> statusOf(alice) == ConnectionStatus.OFFLINE);
        await().until(() -> !carol.seen().isEmpty());
        assertThat(alice.last().target()).isEqualTo("/ocpi/versions");
        assertThat(alice.last().header(HeaderNames.AUTHORIZATION))
                .isEqualTo(Asking.token(alice.outboundToken()));
        assertThat(statusOf(carol)).isEqualTo(ConnectionStatus.CONNECTED);

        signs.seen(platform(alice));
        await().until(() -> statusOf(alice) == ConnectionStatus.CONNECTED);
    }

    @Test
    void whoSpeaksIsNotAsked() {
        signs.check();
        time.passes(SILENCE.dividedBy(2));
        signs.seen(platform(alice));
        time.passes(SILENCE.dividedBy(2));

        signs.check();

        await().until(() -> !carol.seen().isEmpty());
        assertThat(alice.seen()).isEmpty();
    }

    @Test
    void aChangeIsToldOnceToOtherPlatformsAndToOtherNodes() {
        suspend(alice);

        news.tell();
        news.tell();

        await().until(() -> !carol.seen().isEmpty() && !south.seen().isEmpty());
        Seen told = carol.last();
        assertThat(told.method()).isEqualTo("PUT");
        assertThat(told.target()).isEqualTo("/ocpi/2.2.1/receiver/hubclientinfo/DE/ALC");
        assertThat(told.text())
                .startsWith(
                        "{\"party_id\":\"ALC\",\"country_code\":\"DE\",\"role\":\"CPO\","
                                + "\"status\":\"SUSPENDED\",\"last_updated\":\"");
        assertThat(told.header(HeaderNames.FROM_PARTY_ID)).isEmpty();
        assertThat(told.header(HeaderNames.X_REQUEST_ID)).isNotEmpty();
        Seen node = south.last();
        assertThat(node.target()).isEqualTo("/ocn/client-info");
        assertThat(
                        NodeSignature.signer(
                                node.content().bytes(), node.header(HeaderNames.OCN_SIGNATURE)))
                .contains(self.address());
        assertThat(alice.seen()).isEmpty();
        assertThat(carol.seen()).hasSize(1);
        assertThat(north.seen()).as("the node does not tell itself").isEmpty();
    }

    @Test
    void aNewListingIsToldAsPlanned() {
        StubParty dora = new StubParty(new PartyId("IT", "DOR"), Role.CPO, Cast.key(5));
        dora.close();
        directory.list(Cast.listing(dora, self));

        news.tell();

        await().until(() -> !carol.seen().isEmpty() && !alice.seen().isEmpty());
        assertThat(carol.last().target()).isEqualTo("/ocpi/2.2.1/receiver/hubclientinfo/IT/DOR");
        assertThat(carol.last().text()).contains("\"status\":\"PLANNED\"");
    }

    @ParameterizedTest
    @CsvSource({
        "P1,/ocn/client-info,none none",
        "P2,/ocn/message/ocn/client-info,ALC CAR",
        "P3,/ocn/message/ocn/client-info,ALC CAR",
        "OPEN,/ocn/client-info,none none"
    })
    void eachGenerationIsToldWhereItListensAndNeedsNoEnvelopeToHaveTakenIt(
            PeerProfile generation, String place, String from) {
        peers.found(other, generation);
        south.answers(new Said(200, Headers.NONE, Body.EMPTY));
        suspend(alice);
        suspend(carol);

        news.tell();

        await().until(() -> south.seen().size() == 2);
        Seen node = south.seen().getFirst();
        assertThat(node.target()).isEqualTo(place);
        assertThat(south.seen())
                .extracting(seen -> seen.headers().get(HeaderNames.FROM_PARTY_ID).orElse("none"))
                .containsExactlyInAnyOrderElementsOf(List.of(from.split(" ")));
        assertThat(
                        NodeSignature.signer(
                                node.content().bytes(), node.header(HeaderNames.OCN_SIGNATURE)))
                .contains(self.address());
    }

    @Test
    void whatAPartyMayNotSeeItIsNotTold() {
        hidden = true;
        suspend(alice);

        news.tell();

        await().until(() -> !south.seen().isEmpty());
        assertThat(carol.seen()).isEmpty();
    }

    @Test
    void aNewListingIsPlannedAndOneThatIsGoneIsSuspendedNotDeleted() {
        StubParty dora = new StubParty(new PartyId("IT", "DOR"), Role.CPO, Cast.key(5));
        directory.list(Cast.listing(dora, self));
        dora.close();
        assertThat(status("IT/DOR")).isEqualTo(ConnectionStatus.PLANNED);

        directory.remove(dora.id());
        time.passes(Duration.ofSeconds(9));

        assertThat(status("IT/DOR")).isEqualTo(ConnectionStatus.SUSPENDED);
        assertThat(book.all().getLast().lastUpdated()).isEqualTo(time.instant());
    }

    @Test
    void partiesOfOtherNodesAreAsTheirNodeSays() {
        assertThat(status("NL/BOB")).isEqualTo(ConnectionStatus.CONNECTED);

        book.hear(south.id(), Role.EMSP, ConnectionStatus.OFFLINE);

        assertThat(status("NL/BOB")).isEqualTo(ConnectionStatus.OFFLINE);
        assertThat(book.news()).extracting(ClientInfo::party).containsExactly(south.id());
    }

    private boolean mayMeet(PartyId one, PartyId another) {
        return !hidden;
    }

    private ConnectionStatus status(String party) {
        return book.all().stream()
                .filter(client -> client.party().toString().equals(party))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private void suspend(StubParty party) {
        platforms.save(platform(party).with(ConnectionStatus.SUSPENDED, time.instant()));
    }

    private ConnectedPlatform platform(StubParty party) {
        return platforms.byParty(party.id()).getFirst();
    }

    private ConnectionStatus statusOf(StubParty party) {
        return platform(party).status();
    }

    /** A clock that is moved by hand. */
    private static final class Time extends Clock {
        private volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");

        void passes(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
