package network.opencharging.tools.mock;

import static network.opencharging.protocol.route.InterfaceRole.RECEIVER;
import static network.opencharging.protocol.route.InterfaceRole.SENDER;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.module.CallbackReceiver;
import network.opencharging.tools.mock.module.CdrReceiver;
import network.opencharging.tools.mock.module.ClientInfoReceiver;
import network.opencharging.tools.mock.module.LocationReceiver;
import network.opencharging.tools.mock.module.ShelfReceiver;
import network.opencharging.tools.mock.module.TokenSender;
import network.opencharging.tools.mock.shelf.Catalogue;
import network.opencharging.tools.mock.shelf.Shelf;
import network.opencharging.tools.mock.stock.Tokens;
import network.opencharging.tools.ocpi.Interface;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** A mock eMSP: issues tokens, pulls locations, sends commands, collects sessions and CDRs. */
public final class MockEmsp extends PlatformMock {
    private final Catalogue tokens;
    private final Received received;
    private final Platform platform;

    /**
     * What others have told the eMSP.
     *
     * @param locations Locations that were pushed
     * @param tariffs Tariffs that were pushed
     * @param sessions Sessions
     * @param cdrs CDRs
     * @param clients who is connected, as the hub told
     * @param callbacks results of commands and charging profiles
     */
    public record Received(
            Shelf locations,
            Shelf tariffs,
            Shelf sessions,
            Shelf cdrs,
            Shelf clients,
            CallbackReceiver callbacks) {}

    private MockEmsp(Settings settings) throws IOException {
        Instant opened = Instant.now(settings.seams().clock());
        this.tokens =
                new Catalogue(
                        "uid",
                        new Tokens(settings.identity().party(), settings.identity().name(), opened)
                                .all());
        this.received =
                new Received(
                        new Shelf(),
                        new Shelf(),
                        new Shelf(),
                        new Shelf(),
                        new Shelf(),
                        new CallbackReceiver());
        this.platform = Platform.open(settings, this::interfaces);
    }

    /**
     * Opens an eMSP.
     *
     * @throws IOException when the port is taken
     */
    public static MockEmsp open(Settings settings) throws IOException {
        return new MockEmsp(settings);
    }

    private List<Interface> interfaces(Platform opened) {
        return List.of(
                new Interface(
                        ModuleId.LOCATIONS, RECEIVER, new LocationReceiver(received.locations())),
                new Interface(
                        ModuleId.TARIFFS,
                        RECEIVER,
                        new ShelfReceiver(
                                received.tariffs(), "id", Set.of("GET", "PUT", "DELETE"))),
                new Interface(
                        ModuleId.SESSIONS,
                        RECEIVER,
                        new ShelfReceiver(
                                received.sessions(), "id", Set.of("GET", "PUT", "PATCH"))),
                new Interface(ModuleId.CDRS, RECEIVER, new CdrReceiver(received.cdrs())),
                new Interface(
                        ModuleId.TOKENS,
                        SENDER,
                        new TokenSender(
                                tokens,
                                opened.settings().size().pageSize(),
                                opened.settings().seams().ids())),
                new Interface(ModuleId.COMMANDS, SENDER, received.callbacks()),
                new Interface(ModuleId.CHARGING_PROFILES, SENDER, received.callbacks()),
                new Interface(
                        ModuleId.HUB_CLIENT_INFO,
                        RECEIVER,
                        new ClientInfoReceiver(received.clients())));
    }

    @Override
    public Platform platform() {
        return platform;
    }

    /** The tokens that it has issued. */
    public Catalogue tokens() {
        return tokens;
    }

    /** What others have told it. */
    public Received received() {
        return received;
    }

    /**
     * Pulls one page of a list that a CPO owns.
     *
     * @param query from the question mark on, or empty
     * @throws IOException when nobody answers
     */
    public Reply pull(PartyId cpo, ModuleId module, String query) throws IOException {
        return platform.caller().send(Call.of("GET", module, SENDER, query, cpo));
    }

    /**
     * Asks for a session (OCPI 2.2.1 §13.2.1 START_SESSION).
     *
     * @param requestId under which the result will come
     * @throws IOException when nobody answers
     */
    public Reply startSession(
            PartyId cpo, String requestId, String tokenUid, String locationId, String evseUid)
            throws IOException {
        ObjectNode command = JsonText.object();
        command.put("response_url", responseUrl(requestId));
        command.set("token", tokens.find(tokenUid).orElseThrow());
        command.put("location_id", locationId).put("evse_uid", evseUid);
        return command(cpo, "START_SESSION", command);
    }

    /**
     * Asks for the end of a session (OCPI 2.2.1 §13.2.1 STOP_SESSION).
     *
     * @param requestId under which the result will come
     * @throws IOException when nobody answers
     */
    public Reply stopSession(PartyId cpo, String requestId, String sessionId) throws IOException {
        ObjectNode command = JsonText.object();
        command.put("response_url", responseUrl(requestId));
        command.put("session_id", sessionId);
        return command(cpo, "STOP_SESSION", command);
    }

    /**
     * Sends any command; its {@code response_url} must be set.
     *
     * @throws IOException when nobody answers
     */
    public Reply command(PartyId cpo, String name, ObjectNode command) throws IOException {
        return platform.caller()
                .send(Call.of("POST", ModuleId.COMMANDS, RECEIVER, "/" + name, cpo).with(command));
    }

    /** Where the result of a command comes in; found again by {@code requestId}. */
    public String responseUrl(String requestId) {
        return platform.layout().of(ModuleId.COMMANDS, SENDER) + "/" + requestId;
    }

    @Override
    public SequencedMap<String, List<ObjectNode>> objects() {
        SequencedMap<String, List<ObjectNode>> objects = new LinkedHashMap<>();
        objects.put("tokens", tokens.all());
        objects.put("locations", received.locations().all());
        objects.put("tariffs", received.tariffs().all());
        objects.put("sessions", received.sessions().all());
        objects.put("cdrs", received.cdrs().all());
        objects.put("hubclientinfo", received.clients().all());
        return objects;
    }
}
