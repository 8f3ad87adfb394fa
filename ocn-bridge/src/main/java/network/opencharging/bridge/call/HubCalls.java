package network.opencharging.bridge.call;

import network.opencharging.bridge.journal.Watch;
import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.AuthorizationInfo;
import network.opencharging.bridge.model.v221.CommandResponse;
import network.opencharging.bridge.model.v221.CommandType;
import network.opencharging.bridge.model.v221.LocationReferences;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.bridge.sign.Signing;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls to partners through the hub. Each waits for its answer, tries once, and tells every way it
 * can end as a value; what is to be tried again is decided elsewhere.
 */
public final class HubCalls {
    private final Wire wire;

    /**
     * Calls over this connection.
     *
     * @param http a client that follows no redirects
     * @param connection how the hub is spoken to
     * @param ids makes the id of each request
     * @param patience how long an answer may take
     * @param signing how questions are signed and answers checked
     */
    public HubCalls(
            HttpClient http,
            Connection connection,
            Supplier<String> ids,
            Duration patience,
            Signing signing) {
        this(http, connection, ids, patience, signing, Watch.none());
    }

    /**
     * Calls over this connection, under the eyes of a journal.
     *
     * @param http a client that follows no redirects
     * @param connection how the hub is spoken to
     * @param ids makes the id of each request
     * @param patience how long an answer may take
     * @param signing how questions are signed and answers checked
     * @param watch is told of every request and its answer
     */
    public HubCalls(
            HttpClient http,
            Connection connection,
            Supplier<String> ids,
            Duration patience,
            Signing signing,
            Watch watch) {
        this.wire = new Wire(http, connection, ids, patience, signing, watch);
    }

    /**
     * Pulls a list to its end and hands on each object as it comes.
     *
     * @param since only what changed then or later; empty for everything
     */
    public <T extends OcpiObject> Answered<Pulled> pull(
            Exchange exchange,
            ModuleId module,
            Shape<T> shape,
            Optional<Instant> since,
            Consumer<T> each) {
        String query = since.map(time -> "?date_from=" + escaped(OcpiTime.write(time))).orElse("");
        return at(
                module,
                InterfaceRole.SENDER,
                url -> new Pull<>(wire, exchange, shape, each).from(URI.create(url + query)));
    }

    /** Gets one object. */
    public <T extends OcpiObject> Answered<T> get(
            Exchange exchange, ModuleId module, InterfaceRole role, Shape<T> shape, String... ids) {
        return at(
                module,
                role,
                url ->
                        object(
                                shape,
                                wire.send(
                                        exchange,
                                        Wire.Message.of(
                                                HttpMethod.GET,
                                                below(url, ids),
                                                Optional.empty()))));
    }

    /** Pushes an own object under its owner and ids; to the hub's own party, to everybody. */
    public <T extends OcpiObject> Answered<Done> put(
            Exchange exchange, ModuleId module, Shape<T> shape, T object, String... ids) {
        Json.Obj json = shape.write(object);
        return strictly(
                shape.check(json),
                () ->
                        push(
                                exchange,
                                module,
                                HttpMethod.PUT,
                                Optional.of(json),
                                owned(exchange, ids)));
    }

    /** Pushes changes of an own object; {@code last_updated} must be among them. */
    public Answered<Done> patch(
            Exchange exchange, ModuleId module, Shape<?> shape, Json.Obj changes, String... ids) {
        return strictly(
                shape.checkPatch(changes),
                () ->
                        push(
                                exchange,
                                module,
                                HttpMethod.PATCH,
                                Optional.of(changes),
                                owned(exchange, ids)));
    }

    /** Tells that an own object is gone. */
    public Answered<Done> delete(Exchange exchange, ModuleId module, String... ids) {
        return push(exchange, module, HttpMethod.DELETE, Optional.empty(), owned(exchange, ids));
    }

    /** Posts an object that is not under ids of its own: a CDR. */
    public <T extends OcpiObject> Answered<Done> post(
            Exchange exchange, ModuleId module, Shape<T> shape, T object) {
        Json.Obj json = shape.write(object);
        return strictly(
                shape.check(json),
                () -> push(exchange, module, HttpMethod.POST, Optional.of(json)));
    }

    /**
     * Sends a letter that was checked before.
     *
     * @param side where it goes: what is pushed goes to receivers, but for charging profiles
     * @param target the path behind the endpoint of the module, escaped; may be empty
     */
    public Answered<Done> send(
            Exchange exchange,
            ModuleId module,
            InterfaceRole side,
            HttpMethod method,
            String target,
            Body body) {
        return at(
                module,
                side,
                url ->
                        sendTo(
                                exchange,
                                method,
                                URI.create(target.isEmpty() ? url : url + "/" + target),
                                body));
    }

    /**
     * Gives a command to a CPO (OCPI 2.2.1 §13.2.1); how it ends is told later at its {@code
     * response_url}.
     */
    public <T extends OcpiObject> Answered<CommandResponse> command(
            Exchange exchange, CommandType type, Shape<T> shape, T body) {
        Json.Obj json = shape.write(body);
        List<Finding> wrong = shape.check(json).stream().filter(Finding::forbidsSending).toList();
        return wrong.isEmpty()
                ? at(
                        ModuleId.COMMANDS,
                        InterfaceRole.RECEIVER,
                        url ->
                                object(
                                        CommandResponse.SHAPE,
                                        wire.send(
                                                exchange,
                                                Wire.Message.of(
                                                        HttpMethod.POST,
                                                        below(url, type.value()),
                                                        Optional.of(json)))))
                : new Answered.Invalid<>(wrong);
    }

    /**
     * Asks an eMSP whether the bearer of a Token may charge (OCPI 2.2.1 §12.2.2.2).
     *
     * @param place where; some eMSPs decide by it
     */
    public Answered<AuthorizationInfo> authorize(
            Exchange exchange, String uid, TokenType type, Optional<LocationReferences> place) {
        return at(
                ModuleId.TOKENS,
                InterfaceRole.SENDER,
                url ->
                        object(
                                AuthorizationInfo.SHAPE,
                                wire.send(
                                        exchange,
                                        Wire.Message.of(
                                                HttpMethod.POST,
                                                URI.create(
                                                        below(url, uid, "authorize")
                                                                + "?type="
                                                                + escaped(type.value())),
                                                place.map(LocationReferences.SHAPE::write)))));
    }

    /** Calls about charging profiles and preferences. */
    public ProfileCalls profiles() {
        return new ProfileCalls(wire);
    }

    /** Sends a letter to a URL that the hub gave: the result of a command. */
    public Answered<Done> sendTo(Exchange exchange, HttpMethod method, URI url, Body body) {
        return wire.send(exchange, new Wire.Message(method, url, body)).instead(Done.DONE);
    }

    private Answered<Done> push(
            Exchange exchange,
            ModuleId module,
            HttpMethod method,
            Optional<Json> body,
            String... path) {
        return at(
                module,
                InterfaceRole.RECEIVER,
                url ->
                        wire.send(exchange, Wire.Message.of(method, below(url, path), body))
                                .instead(Done.DONE));
    }

    private <T> Answered<T> at(
            ModuleId module, InterfaceRole role, Function<String, Answered<T>> call) {
        return wire.connection()
                .endpoint(module, role)
                .map(call)
                .orElseGet(() -> new Answered.NotOffered<>(module, role));
    }

    private static Answered<Done> strictly(
            List<Finding> findings, Supplier<Answered<Done>> sending) {
        List<Finding> wrong = findings.stream().filter(Finding::forbidsSending).toList();
        return wrong.isEmpty() ? sending.get() : new Answered.Invalid<>(wrong);
    }

    private static <T> Answered<T> object(Shape<T> shape, Answered<Optional<Json>> answered) {
        if (!(answered instanceof Answered.Success<Optional<Json>>(var data, var headers))) {
            return answered.failed();
        }
        return switch (shape.read(data.orElse(Json.Null.NULL))) {
            case Reading.Read<T>(T object, var _) -> new Answered.Success<>(object, headers);
            case Reading.Unreadable<T>(var findings) ->
                    new Answered.NotOcpi<>(200, "data is no " + shape.name() + ": " + findings);
        };
    }

    private static String[] owned(Exchange exchange, String... ids) {
        String[] path = new String[ids.length + 2];
        path[0] = exchange.from().countryCode();
        path[1] = exchange.from().partyId();
        System.arraycopy(ids, 0, path, 2, ids.length);
        return path;
    }

    private static URI below(String url, String... ids) {
        StringBuilder path = new StringBuilder(url);
        for (String id : ids) {
            path.append('/').append(escaped(id));
        }
        return URI.create(path.toString());
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
