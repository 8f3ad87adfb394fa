package network.opencharging.tools.mock.hub;

import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteTable;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.ExchangeLog;
import network.opencharging.tools.exchange.Leg;
import network.opencharging.tools.exchange.Verdict;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.HttpDoor;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.mock.Mock;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.mock.fault.Switchboard;
import network.opencharging.tools.ocpi.Connection;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Interface;
import network.opencharging.tools.ocpi.Outcome;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.ocpi.call.OcpiCaller;
import network.opencharging.tools.ocpi.door.AnswerWriter;
import network.opencharging.tools.ocpi.door.Desks;
import network.opencharging.tools.ocpi.door.Layout;
import network.opencharging.tools.ocpi.register.Registration;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A mock hub. Any number of platforms may register with one token A, and each gets a token of its
 * own; what they say to each other is passed on, to a party, to all, or to the only one who can be
 * meant. It neither signs nor checks signatures: what it passes on keeps those of the parties.
 */
public final class MockHub implements Mock {
    private final Settings settings;
    private final HttpDoor door;
    private final HttpCalls calls;
    private final ExchangeLog log;
    private final Switchboard faults;
    private final Layout layout;
    private final Guests guests = new Guests();
    private final List<String> invitations = new CopyOnWriteArrayList<>();
    private final AnswerWriter writer;
    private final Post post;
    private final Router router;
    private final ClientDesk clients;

    private MockHub(Settings settings, HttpDoor door) {
        this.settings = settings;
        this.door = door;
        this.calls = HttpCalls.within(settings.size().deadline());
        this.log = new ExchangeLog(settings.seams().watcher());
        this.faults = new Switchboard(settings.faults());
        this.layout = new Layout(door.url());
        this.writer = new AnswerWriter(settings.seams().clock());
        Links links = new Links(door.url(), settings.seams().tokens());
        this.post =
                new Post(
                        new Post.Wire(
                                faults.caller(calls),
                                log,
                                settings.seams().clock(),
                                settings.seams().ids()),
                        links);
        this.router = new Router(settings.identity().party(), guests, links, post, this::write);
        this.clients = new ClientDesk(settings, guests, post);
    }

    /**
     * Opens a hub.
     *
     * @throws IOException when the port is taken
     */
    public static MockHub open(Settings settings) throws IOException {
        AtomicReference<Function<Request, Answer>> handler =
                new AtomicReference<>(request -> Answer.text(503, "opening"));
        HttpDoor door = HttpDoor.open(settings.port(), request -> handler.get().apply(request));
        MockHub hub = new MockHub(settings, door);
        handler.set(hub.faults.door(hub::answer));
        return hub;
    }

    @Override
    public Identity identity() {
        return settings.identity();
    }

    @Override
    public URI versions() {
        return layout.versions();
    }

    @Override
    public void invite(String tokenA) {
        invitations.add(tokenA);
    }

    @Override
    public ExchangeLog log() {
        return log;
    }

    @Override
    public Switchboard faults() {
        return faults;
    }

    @Override
    public List<Identity> connected() {
        return guests.all().stream().flatMap(guest -> guest.roles().stream()).toList();
    }

    @Override
    public SequencedMap<String, List<ObjectNode>> objects() {
        SequencedMap<String, List<ObjectNode>> objects = new LinkedHashMap<>();
        objects.put("hubclientinfo", guests.clients());
        return objects;
    }

    private Answer answer(Request request) {
        Instant begun = Instant.now(settings.seams().clock());
        Answer answer =
                request.headers()
                        .get(HeaderNames.AUTHORIZATION)
                        .flatMap(MockHub::token)
                        .flatMap(this::guest)
                        .map(guest -> answer(guest, request))
                        .orElseGet(() ->
                                write(
                                        new Outcome.Refusal(
                                                401,
                                                OcpiStatus.CLIENT_ERROR,
                                                "Authorization must be 'Token ' and the Base64 of a"
                                                        + " token that we gave you"),
                                        request));
        remember(begun, request, answer);
        return answer;
    }

    /** Whoever comes with a token A is somebody new. */
    private Optional<Guest> guest(String token) {
        return guests.bearer(token)
                .or(() ->
                        invitations.contains(token)
                                ? Optional.of(stranger(token))
                                : Optional.empty());
    }

    private Guest stranger(String tokenA) {
        Connection connection = new Connection();
        connection.invite(tokenA);
        OcpiCaller caller =
                new OcpiCaller(
                        settings.identity().party(),
                        connection,
                        Signing.none(),
                        new OcpiCaller.Wire(
                                faults.caller(calls),
                                log,
                                settings.seams().clock(),
                                settings.seams().ids()));
        return new Guest(
                connection,
                new Registration(
                        settings.identity(),
                        connection,
                        caller,
                        settings.seams().tokens(),
                        layout.versions()));
    }

    private Answer answer(Guest guest, Request request) {
        Desks desks = new Desks(layout, guest.registration(), interfaces());
        boolean known = guest.connection().peer().isPresent();
        if (Links.isLink(request.segments()) && known) {
            return router.route(guest, request);
        }
        return switch (desks.kind(request)) {
            case REGISTRATION -> configured(guest, desks, request);
            case UNROUTED -> known ? write(clients.list(request), request) : tokenA(request);
            case FUNCTIONAL -> known ? router.route(guest, request) : tokenA(request);
        };
    }

    private Answer tokenA(Request request) {
        return write(
                new Outcome.Refusal(
                        401,
                        OcpiStatus.CLIENT_ERROR,
                        "token A opens versions and credentials only"),
                request);
    }

    private Answer configured(Guest guest, Desks desks, Request request) {
        List<Identity> before = guest.roles();
        Answer answer = write(desks.configuration(request), request);
        boolean credentials = request.path().endsWith("/credentials");
        if (!credentials || request.method().equals("GET")) {
            return answer;
        }
        Instant now = Instant.now(settings.seams().clock());
        List<ObjectNode> news =
                guest.connection().peer().isPresent()
                        ? guests.joined(guest, now)
                        : guests.left(guest, before, now);
        return new Answer(
                answer.status(),
                answer.headers(),
                answer.body(),
                () -> news.forEach(client -> clients.tell(guest, client)));
    }

    /** Its own module, and both sides of all others: it passes on whatever its guests offer. */
    private static List<Interface> interfaces() {
        List<Interface> interfaces = new ArrayList<>();
        interfaces.add(offered(ModuleId.HUB_CLIENT_INFO, InterfaceRole.SENDER));
        for (ModuleId module : RouteTable.ocpi221().modules()) {
            for (InterfaceRole role : InterfaceRole.values()) {
                interfaces.add(offered(module, role));
            }
        }
        return interfaces;
    }

    private static Interface offered(ModuleId module, InterfaceRole role) {
        return new Interface(module, role, _ -> Outcome.notFound("not here"));
    }

    private Answer write(Outcome outcome, Request request) {
        URI asked = URI.create(layout.base() + request.target().getRawPath());
        return writer.write(outcome, request, asked);
    }

    private void remember(Instant begun, Request request, Answer answer) {
        boolean secret = request.path().endsWith("/credentials");
        Verdict none = new Verdict.NotChecked();
        log.add(
                new Exchange(
                        Exchange.Direction.RECEIVED,
                        begun,
                        Duration.between(begun, Instant.now(settings.seams().clock())),
                        new Leg(
                                request.line(),
                                request.headers(),
                                secret ? "" : request.body(),
                                none),
                        new Leg(
                                Post.status(answer),
                                answer.headers(),
                                secret ? "" : answer.body(),
                                none)));
    }

    private static Optional<String> token(String authorization) {
        return CredentialsToken.candidates(authorization).stream()
                .filter(found -> found.encoding() == CredentialsToken.Encoding.BASE64)
                .map(found -> found.token().reveal())
                .findFirst();
    }

    @Override
    public void close() {
        door.close();
        calls.close();
    }
}
