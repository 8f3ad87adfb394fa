package network.opencharging.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Introduction;
import network.opencharging.bridge.journal.Watch;
import network.opencharging.bridge.receive.Commands;
import network.opencharging.bridge.receive.PageLimits;
import network.opencharging.bridge.receive.Reception;
import network.opencharging.bridge.register.Enrolment;
import network.opencharging.bridge.register.FrontDesk;
import network.opencharging.bridge.register.Listing;
import network.opencharging.bridge.register.Membership;
import network.opencharging.bridge.register.OwnRole;
import network.opencharging.bridge.register.Problem;
import network.opencharging.bridge.register.Self;
import network.opencharging.bridge.sign.Signings;
import network.opencharging.bridge.store.MemoryDatabase;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;
import network.opencharging.registry.directory.Snapshot;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Joining, changing tokens and leaving, over real sockets and a real database. */
class HandshakeTest {
    private final FakeHub hub = new FakeHub();
    private final MemoryDatabase database = new MemoryDatabase();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger made = new AtomicInteger();
    private final Membership membership = database.membership(new SecureRandom());
    private final BridgeDoor door = door("http://localhost");

    @AfterEach
    void close() {
        door.close();
        hub.close();
        http.close();
        threads.close();
        database.close();
    }

    @Test
    void aBridgeJoinsAndTheHubLooksAtItWhileItIsAsked() {
        assertThat(enrolment().join(hub.versions(), FakeHub.TOKEN_A)).isEmpty();

        assertThat(hub.events)
                .containsExactly(
                        "GET /ocpi/versions",
                        "GET /ocpi/2.2.1",
                        "POST /ocpi/2.2.1/credentials",
                        "looked: Success");
        assertThat(enrolment().isMember()).isTrue();
    }

    @Test
    void whatWasAgreedIsThereAfterARestartAndNotReadableInTheDatabase() {
        enrolment().join(hub.versions(), FakeHub.TOKEN_A);

        Membership restarted = database.membership(new SecureRandom());
        restarted.open();

        assertThat(restarted.accepts(CredentialsToken.of("token-b1").orElseThrow())).isTrue();
        assertThat(restarted.connection())
                .get()
                .satisfies(connection ->
                        assertThat(connection.token().reveal()).isEqualTo("token-c1"));
        assertThat(database.dump()).doesNotContain("token-c1").doesNotContain("token-b1");
    }

    @Test
    void tokensAreChangedAndTheOldOnesClosed() {
        enrolment().join(hub.versions(), FakeHub.TOKEN_A);

        assertThat(enrolment().rotate()).isEmpty();

        assertThat(membership.accepts(CredentialsToken.of("token-b1").orElseThrow())).isFalse();
        assertThat(membership.accepts(CredentialsToken.of("token-b2").orElseThrow())).isTrue();
        assertThat(membership.connection().orElseThrow().token().reveal()).isEqualTo("token-c2");
    }

    @Test
    void aBridgeThatLeavesIsNotKnownAnyMore() {
        enrolment().join(hub.versions(), FakeHub.TOKEN_A);

        assertThat(enrolment().leave()).isEmpty();

        assertThat(enrolment().isMember()).isFalse();
        assertThat(membership.accepts(CredentialsToken.of("token-b1").orElseThrow())).isFalse();
        assertThat(enrolment().leave().orElseThrow()).isInstanceOf(Problem.NotRegistered.class);
    }

    @Test
    void aHubThatWantsTheTokenRawGetsItRaw() {
        hub.onlyRaw = true;

        assertThat(enrolment().join(hub.versions(), FakeHub.TOKEN_A)).isEmpty();
    }

    @Test
    void aHubThatDoesNotAgreeLeavesNothingBehind() {
        hub.agrees = false;

        assertThat(enrolment().join(hub.versions(), FakeHub.TOKEN_A).orElseThrow().sentence())
                .contains("has not agreed");

        assertThat(membership.accepts(CredentialsToken.of("token-b1").orElseThrow())).isFalse();
        assertThat(membership.connection()).isEmpty();
    }

    @Test
    void aPartyThatTheRegistryDoesNotLeadHereIsNotRegistered() {
        Enrolment stranger =
                new Enrolment(
                        membership,
                        self(List.of(new OwnRole(new PartyId("FR", "XXX"), Role.CPO, "X"))),
                        new Listing(Signings.registry()),
                        introduction(),
                        this::token);

        assertThat(stranger.join(hub.versions(), FakeHub.TOKEN_A).orElseThrow().sentence())
                .isEqualTo("FR/XXX is not in the registry: list it there first.");
        assertThat(hub.events).isEmpty();
    }

    @Test
    void aRegistryThatWasNotReadYetIsNotAPartyThatIsNotListed() {
        Directory starting =
                new Directory() {
                    @Override
                    public Snapshot snapshot() {
                        return Snapshot.empty();
                    }

                    @Override
                    public Freshness freshness() {
                        return new Freshness(
                                "chain 246", 0, Optional.empty(), Optional.of("it is silent"));
                    }
                };
        Enrolment early =
                new Enrolment(
                        membership,
                        self(List.of(new OwnRole(new PartyId("DE", "ALC"), Role.CPO, "Alice"))),
                        new Listing(starting),
                        introduction(),
                        this::token);

        assertThat(early.join(hub.versions(), FakeHub.TOKEN_A).orElseThrow().sentence())
                .isEqualTo("The registry (chain 246) has not been read yet: it is silent.");
        assertThat(hub.events).isEmpty();
    }

    @Test
    void aHubThatIsInvitedComesByItself() {
        FrontDesk desk = new FrontDesk(membership, self(List.of()), introduction(), this::token);
        CredentialsToken tokenA = desk.invite();

        Answered<Optional<Json>> versions =
                ask(HttpMethod.GET, "/ocpi/versions", tokenA, Optional.empty());
        Answered<Optional<Json>> answered =
                ask(
                        HttpMethod.POST,
                        "/ocpi/2.2.1/credentials",
                        tokenA,
                        Optional.of(
                                Json.Obj.EMPTY
                                        .with("token", FakeHub.TOKEN_A.reveal())
                                        .with("url", hub.versions().toString())));

        assertThat(versions).isInstanceOf(Answered.Success.class);
        assertThat(answered).isInstanceOf(Answered.Success.class);
        assertThat(membership.connection().orElseThrow().token()).isEqualTo(FakeHub.TOKEN_A);
        assertThat(membership.accepts(tokenA)).isFalse();
    }

    @Test
    void withoutATokenNotEvenTheVersionsAreTold() {
        Answered<Optional<Json>> answered =
                ask(HttpMethod.GET, "/ocpi/versions", FakeHub.TOKEN_A, Optional.empty());

        assertThat(answered)
                .isInstanceOfSatisfying(
                        Answered.Refused.class,
                        refused -> assertThat(refused.http()).isEqualTo(401));
    }

    private Answered<Optional<Json>> ask(
            HttpMethod method, String path, CredentialsToken token, Optional<Json> body) {
        return introduction()
                .ask(
                        method,
                        URI.create("http://localhost:" + door.port() + path),
                        new Introduction.Shown(token, CredentialsToken.Encoding.BASE64),
                        body);
    }

    private Enrolment enrolment() {
        PartyId alice = new PartyId("DE", "ALC");
        return new Enrolment(
                membership,
                self(List.of(new OwnRole(alice, Role.CPO, "Alice"))),
                new Listing(Signings.registryAt(hub.versions().resolve("/"))),
                introduction(),
                this::token);
    }

    private Introduction introduction() {
        return new Introduction(http, () -> "id-1", Duration.ofSeconds(20));
    }

    private CredentialsToken token() {
        return CredentialsToken.of("token-b" + made.incrementAndGet()).orElseThrow();
    }

    private Self self(List<OwnRole> roles) {
        return new Self(
                "http://localhost:" + door.port(),
                roles,
                Set.of(new Self.Offer(ModuleId.LOCATIONS, InterfaceRole.SENDER)));
    }

    private BridgeDoor door(String url) {
        Reception reception =
                Reception.of(
                        Backoffice.builder().build(),
                        new Reception.Settings(
                                url,
                                Set.of(),
                                Set.of(),
                                new PageLimits(10, 10),
                                Duration.ofSeconds(20)),
                        new Bridge.Silent(),
                        Signings.unsigned(),
                        new Commands(new MemoryCommands(), _ -> false, () -> "c"),
                        new Reception.Edge(Clock.systemUTC(), () -> "id", threads));
        try {
            return BridgeDoor.open(
                    BridgeDoor.Place.plain(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                    threads,
                    reception,
                    _ -> false,
                    Optional.of(
                            new FrontDesk(
                                    membership,
                                    new Self(url, List.of(), Set.of()),
                                    introduction(),
                                    this::token)),
                    Watch.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
