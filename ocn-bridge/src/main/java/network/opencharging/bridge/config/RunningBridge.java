package network.opencharging.bridge.config;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.call.Connection;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.call.Introduction;
import network.opencharging.bridge.command.CommandBook;
import network.opencharging.bridge.deliver.CatchUp;
import network.opencharging.bridge.deliver.Courier;
import network.opencharging.bridge.deliver.Deadlines;
import network.opencharging.bridge.deliver.Ends;
import network.opencharging.bridge.deliver.HubPost;
import network.opencharging.bridge.deliver.OrderDeadlines;
import network.opencharging.bridge.deliver.Orders;
import network.opencharging.bridge.deliver.Outbox;
import network.opencharging.bridge.deliver.OutboxStore;
import network.opencharging.bridge.deliver.Persistence;
import network.opencharging.bridge.deliver.PresenceListener;
import network.opencharging.bridge.deliver.Presences;
import network.opencharging.bridge.http.BridgeDoor;
import network.opencharging.bridge.journal.Journal;
import network.opencharging.bridge.journal.Watch;
import network.opencharging.bridge.operate.Registrar;
import network.opencharging.bridge.receive.Commands;
import network.opencharging.bridge.receive.Offers;
import network.opencharging.bridge.receive.PageLimits;
import network.opencharging.bridge.receive.Reception;
import network.opencharging.bridge.register.Enrolment;
import network.opencharging.bridge.register.FrontDesk;
import network.opencharging.bridge.register.Membership;
import network.opencharging.bridge.register.OwnRole;
import network.opencharging.bridge.register.Self;
import network.opencharging.bridge.sign.Signing;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A bridge with everything in its place. */
final class RunningBridge implements AutoCloseable {
    private static final PageLimits PAGES = new PageLimits(50, 500);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

    private final Membership membership;
    private final OutboxStore store;
    private final CommandBook book;
    private final Signing signing;
    private final BridgeSettings settings;
    private final Ground ground;
    private final Edge edge;
    private final Outbox outbox;
    private final Orders orders;
    private final Introduction introduction;
    private final Self self;
    private final FrontDesk frontDesk;
    private final Enrolment enrolment;
    private final Courier courier;
    private final Rounds carrying;
    private final Rounds deadlines;
    private final Rounds orderDeadlines;
    private final BridgeDoor door;
    private final Rounds presences;
    private final Joining attempts;
    private final Rounds joining;

    /** What comes from outside. */
    record Edge(HttpClient http, ExecutorService threads, Journal journal) {}

    private RunningBridge(
            Backoffice backoffice, Ground ground, BridgeSettings settings, Edge edge) {
        this.ground = ground;
        this.settings = settings;
        this.edge = edge;
        this.membership = ground.membership();
        this.store = ground.outbox();
        this.book = ground.commands();
        this.signing = Keys.signing(settings, ground.directory());
        this.introduction =
                new Introduction(edge.http(), RunningBridge::id, settings.door().patience());
        this.self = self(backoffice, settings);
        Supplier<CredentialsToken> tokens = () -> BridgeAutoConfiguration.token(ground.random());
        this.frontDesk = new FrontDesk(membership, self, introduction, tokens);
        this.enrolment = new Enrolment(membership, self, ground.listing(), introduction, tokens);
        this.courier = courier();
        this.outbox = taken();
        this.orders = given();
        Backoffice heard = heard(backoffice);
        // Before anything runs by itself: a port that is taken stops the start, and leaves nothing.
        this.door = door(new Ends(ground.given()).guarding(heard));
        this.carrying = Rounds.start("courier", courier::round, PAUSE);
        this.deadlines =
                Rounds.start("deadlines", new Deadlines(book, ground.clock())::round, PAUSE);
        this.orderDeadlines = Rounds.start("orders", orderDeadlines(backoffice)::round, PAUSE);
        this.presences = presences(heard);
        this.attempts = new Joining(membership, enrolment, frontDesk, settings);
        this.joining = Rounds.start("joining", attempts::round, BETWEEN_ATTEMPTS);
    }

    static RunningBridge start(
            Backoffice backoffice, Ground ground, BridgeSettings settings, Edge edge) {
        return new RunningBridge(backoffice, ground, settings, edge);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Self self(Backoffice backoffice, BridgeSettings settings) {
        List<OwnRole> roles =
                settings.parties().list().stream()
                        .map(one -> new OwnRole(one.party(), one.role(), one.name()))
                        .toList();
        Set<Self.Offer> offers =
                Offers.of(backoffice).stream()
                        .map(offer -> new Self.Offer(offer.module(), offer.side()))
                        .collect(Collectors.toUnmodifiableSet());
        return new Self(settings.door().url(), roles, offers, settings.hub().allowed());
    }

    private Courier courier() {
        Persistence standard = Persistence.standard();
        return new Courier(
                store,
                new HubPost(this::calls),
                new Persistence(standard.first(), standard.longest(), settings.data().resend()),
                new Courier.Edge(ground.clock(), ground.random(), edge.threads()));
    }

    private Outbox taken() {
        return new Outbox(
                courier::take,
                RunningBridge::id,
                one -> ground.complaints().note(one, ground.clock().instant()));
    }

    private Orders given() {
        return new Orders(
                settings.door().url(),
                ground.given(),
                this::calls,
                RunningBridge::id,
                ground.clock());
    }

    private OrderDeadlines orderDeadlines(Backoffice backoffice) {
        return new OrderDeadlines(
                ground.given(), backoffice, settings.door().patience(), ground.clock());
    }

    /** The outbox hears first who can be reached. */
    private Backoffice heard(Backoffice backoffice) {
        PresenceListener presence =
                new PresenceListener(store, courier::ring, backoffice.news().clientInfo());
        return backoffice.hearing(presence);
    }

    /** Without the hub's own party there is nobody to be asked. */
    private Rounds presences(Backoffice heard) {
        Optional<PartyId> hub = settings.hub().ownParty();
        if (hub.isEmpty()) {
            return Rounds.start("nobody to be asked", () -> 0, Duration.ofHours(1));
        }
        PartyId own = settings.parties().list().getFirst().party();
        Presences presences =
                new Presences(
                        new CatchUp(ground.cursors(), Duration.ZERO),
                        membership::connection,
                        this::calls,
                        heard.news().clientInfo().orElseThrow(),
                        now ->
                                new Context(
                                        hub.get(), own, id(), now.plus(settings.door().patience())),
                        ground.clock());
        return Rounds.start("presences", presences::round, PAUSE);
    }

    private BridgeDoor door(Backoffice backoffice) {
        try {
            return BridgeDoor.open(
                    new BridgeDoor.Place(
                            new InetSocketAddress(settings.door().host(), settings.door().port()),
                            DoorTls.of(settings.door().tls())),
                    edge.threads(),
                    reception(backoffice),
                    token -> membership.accepts(token) && membership.connection().isPresent(),
                    Optional.of(frontDesk),
                    new Watch(ground.clock(), edge.journal()));
        } catch (IOException e) {
            throw new UnusableSetting(
                    "Port %d (ocn.bridge.door.port) cannot be listened at"
                            .formatted(settings.door().port()),
                    e);
        }
    }

    private Reception reception(Backoffice backoffice) {
        Set<PartyId> hubs =
                settings.hub().ownParty().stream().collect(Collectors.toUnmodifiableSet());
        return Reception.of(
                backoffice,
                new Reception.Settings(
                        settings.door().url(),
                        settings.parties().ids(),
                        hubs,
                        PAGES,
                        settings.door().patience(),
                        settings.hub().allowed()),
                new KeptComplaints(ground.complaints(), ground.clock()),
                signing,
                new Commands(
                        book,
                        url -> membership.connection().filter(hub -> hub.isOfHub(url)).isPresent(),
                        RunningBridge::id),
                new Reception.Edge(
                        ground.clock(), RunningBridge::id, edge.threads(), edge.journal()));
    }

    /** Calls over the present connection. */
    Optional<HubCalls> calls() {
        return membership.connection().map(this::calls);
    }

    private HubCalls calls(Connection connection) {
        return new HubCalls(
                edge.http(),
                connection,
                RunningBridge::id,
                settings.door().patience(),
                signing,
                new Watch(ground.clock(), edge.journal()));
    }

    /** Whether it has joined, or knows why it cannot; true when nobody told it to join. */
    boolean hasTriedToJoin() {
        return attempts.hasTried() || membership.connection().isPresent();
    }

    /** How the hub is spoken to; empty until the handshake is done. */
    Optional<Connection> connection() {
        return membership.connection();
    }

    Outbox outbox() {
        return outbox;
    }

    /** What own parties want of partners goes here. */
    Orders orders() {
        return orders;
    }

    /** The book whose results set out at once. */
    CommandBook book() {
        return new RingingBook(
                book,
                courier::ring,
                settings.parties().list().getFirst().party(),
                one -> ground.complaints().note(one, ground.clock().instant()));
    }

    /** What an operator may have it do with its hub. */
    Registrar registrar() {
        return attempts;
    }

    Enrolment enrolment() {
        return enrolment;
    }

    FrontDesk frontDesk() {
        return frontDesk;
    }

    @Override
    public void close() {
        joining.close();
        presences.close();
        door.close();
        deadlines.close();
        orderDeadlines.close();
        carrying.close();
        courier.close();
    }
}
