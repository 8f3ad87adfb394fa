package network.opencharging.tools.party;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.TokenAuthorizer;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.call.Pulled;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.AuthorizationInfo;
import network.opencharging.bridge.model.v221.CommandResponse;
import network.opencharging.bridge.model.v221.CommandResult;
import network.opencharging.bridge.model.v221.CommandType;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.LocationReferences;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.StartSession;
import network.opencharging.bridge.model.v221.StopSession;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RequestPath;
import network.opencharging.tools.exchange.ExchangeLog;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.LocalNetwork;
import network.opencharging.tools.local.NodeAdmin;
import network.opencharging.tools.mock.Looked;
import network.opencharging.tools.mock.shelf.Catalogue;
import network.opencharging.tools.mock.stock.Tokens;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.seam.Seams;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A canned eMSP: issues tokens and collects what others tell, behind a real bridge. */
public final class BridgedEmsp implements Looked, AutoCloseable {
    private final Catalogue tokens;
    private final Seams seams;
    private final Map<String, CommandResult> results = new ConcurrentHashMap<>();
    private final Received received;
    private final BridgedParty party;
    private final EmspNews news;

    /**
     * What others have told.
     *
     * @param locations Locations
     * @param tariffs Tariffs
     * @param sessions Sessions
     * @param cdrs CDRs
     */
    public record Received(
            Memory<Location> locations,
            Memory<network.opencharging.bridge.model.v221.Tariff> tariffs,
            Memory<Session> sessions,
            Memory<network.opencharging.bridge.model.v221.CDR> cdrs) {}

    private BridgedEmsp(PartyPlan plan, Seams seams) {
        this.seams = seams;
        this.news = new EmspNews(plan.identity().party());
        this.tokens =
                new Catalogue(
                        "uid",
                        new Tokens(
                                        plan.identity().party(),
                                        plan.identity().name(),
                                        seams.clock().instant())
                                .all());
        Memory.OfTariffs tariffs = new Memory.OfTariffs();
        Memory.OfCdrs cdrs = new Memory.OfCdrs((key, _, now) -> news.cdr(key, now));
        this.received =
                new Received(
                        new Memory<>(news::location), tariffs, new Memory<>(news::session), cdrs);
        this.party =
                new BridgedParty(
                        plan,
                        Backoffice.builder()
                                .tokens(new Stock<>(tokens, Token.SHAPE, Token::lastUpdated))
                                .authorizer(this::authorize)
                                .keepLocations(received.locations())
                                .keepTariffs(tariffs)
                                .keepSessions(received.sessions())
                                .takeCdrs(cdrs)
                                .results(this::ended)
                                .build(),
                        seams.ids());
    }

    /** Opens an eMSP. */
    public static BridgedEmsp open(PartyPlan plan, Seams seams) {
        return new BridgedEmsp(plan, seams);
    }

    /**
     * Opens Bob, as he is listed in a network; he is not registered yet.
     *
     * @param port where his node finds him
     * @param folder for his files
     * @throws IOException when his key cannot be written there
     */
    public static BridgedEmsp open(LocalNetwork network, int port, Path folder, Seams seams)
            throws IOException {
        Path key = folder.resolve("party.key");
        network.cast().member(Cast.BOB).key().writeTo(key);
        return open(
                new PartyPlan(
                        Cast.BOB, port, folder, key.toString(), network.registry().environment()),
                seams);
    }

    /**
     * Registers at his node, once he knows everybody in the network.
     *
     * @throws IOException saying what is wrong
     */
    public void join(LocalNetwork network, Duration patience)
            throws IOException, InterruptedException {
        party.awaitParties(network.cast().members().size(), patience);
        NodeAdmin.Invitation invitation = network.nodeOf(Cast.BOB).admin().invite(Cast.BOB.party());
        party.join(invitation.versions(), invitation.token());
    }

    private TokenAuthorizer.Authorization authorize(
            Context context, CiString uid, TokenType type, Optional<LocationReferences> place) {
        return tokens.find(uid.text())
                .map(tree -> Objects.typed(Token.SHAPE, tree))
                .filter(token -> token.type().equals(type))
                .<TokenAuthorizer.Authorization>map(
                        token -> new TokenAuthorizer.Authorization.Known(answer(token, place)))
                .orElseGet(TokenAuthorizer.Authorization.Unknown::new);
    }

    private AuthorizationInfo answer(Token token, Optional<LocationReferences> place) {
        String allowed = Tokens.allowed(token.uid().text());
        ObjectNode answer = JsonText.object().put("allowed", allowed);
        answer.set("token", Objects.tree(token.json()));
        place.ifPresent(where -> answer.set("location", Objects.tree(where.json())));
        if (allowed.equals("ALLOWED")) {
            answer.put("authorization_reference", seams.ids().get());
        }
        return Objects.typed(AuthorizationInfo.SHAPE, answer);
    }

    private Verdict ended(Context context, CommandType type, String id, CommandResult result) {
        results.put(id, result);
        news.result(type, id, result);
        return Verdict.kept();
    }

    /**
     * From now on, whoever wants to know is told in sentences what others say.
     *
     * @param listener called in the thread of the message
     */
    public void onNews(Consumer<String> listener) {
        news.listen(listener);
    }

    /** Its bridge, and what it has seen. */
    public BridgedParty party() {
        return party;
    }

    /** What others have told it. */
    public Received received() {
        return received;
    }

    @Override
    public Identity identity() {
        return party.identity();
    }

    @Override
    public URI versions() {
        return party.versions();
    }

    @Override
    public ExchangeLog log() {
        return party.log();
    }

    @Override
    public List<String> connections() {
        return party.connection().stream()
                .flatMap(hub -> hub.endpoint(ModuleId.COMMANDS, InterfaceRole.RECEIVER).stream())
                .map(url -> "a hub, at " + URI.create(url).getAuthority())
                .toList();
    }

    @Override
    public SequencedMap<String, List<ObjectNode>> objects() {
        SequencedMap<String, List<ObjectNode>> objects = new LinkedHashMap<>();
        objects.put("sessions", trees(received.sessions()));
        objects.put("cdrs", trees(received.cdrs()));
        objects.put("locations", trees(received.locations()));
        objects.put("tariffs", trees(received.tariffs()));
        objects.put("tokens", tokens.all());
        return objects;
    }

    private static List<ObjectNode> trees(Memory<? extends OcpiObject> memory) {
        return memory.all().stream().map(object -> Objects.tree(object.json())).toList();
    }

    /** How the command of that request ended, when it has. */
    public Optional<CommandResult> result(String requestId) {
        return Optional.ofNullable(results.get(requestId));
    }

    /** Pulls a whole list that a CPO owns. */
    public <T extends OcpiObject> Asked<Pulled> pull(PartyId cpo, ModuleId module, Shape<T> shape) {
        return party.ask(
                cpo,
                (calls, exchange) ->
                        calls.pull(exchange, module, shape, Optional.empty(), _ -> {}));
    }

    /** Asks for a session (OCPI 2.2.1 §13.2.1 START_SESSION). */
    public Asked<CommandResponse> startSession(
            PartyId cpo, String requestId, String tokenUid, String locationId, String evseUid) {
        return ask(
                cpo,
                CommandType.START_SESSION,
                StartSession.SHAPE,
                start(requestId, tokenUid, locationId, evseUid));
    }

    /** What {@link #startSession} sends, for whoever wants to send it by other means. */
    public String startSessionText(
            String requestId, String tokenUid, String locationId, String evseUid) {
        return JsonText.write(start(requestId, tokenUid, locationId, evseUid));
    }

    private ObjectNode start(String requestId, String tokenUid, String locationId, String evseUid) {
        ObjectNode command = command(CommandType.START_SESSION, requestId);
        command.set("token", tokens.find(tokenUid).orElseThrow());
        return command.put("location_id", locationId).put("evse_uid", evseUid);
    }

    /** Asks for the end of a session (OCPI 2.2.1 §13.2.1 STOP_SESSION). */
    public Asked<CommandResponse> stopSession(PartyId cpo, String requestId, String sessionId) {
        return ask(
                cpo,
                CommandType.STOP_SESSION,
                StopSession.SHAPE,
                command(CommandType.STOP_SESSION, requestId).put("session_id", sessionId));
    }

    private ObjectNode command(CommandType type, String requestId) {
        String base = party.versions().resolve("/").toString().replaceAll("/$", "");
        String endpoint = RequestPath.endpoint("2.2.1", ModuleId.COMMANDS, InterfaceRole.SENDER);
        return JsonText.object()
                .put(
                        "response_url",
                        "%s%s/%s/%s".formatted(base, endpoint, type.value(), requestId));
    }

    private <T extends OcpiObject> Asked<CommandResponse> ask(
            PartyId cpo, CommandType type, Shape<T> shape, ObjectNode command) {
        return party.ask(
                cpo,
                (calls, exchange) ->
                        calls.command(exchange, type, shape, Objects.typed(shape, command)));
    }

    @Override
    public void close() {
        party.close();
    }
}
