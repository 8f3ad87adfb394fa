package network.opencharging.tools.mock;

import static network.opencharging.protocol.route.InterfaceRole.RECEIVER;
import static network.opencharging.protocol.route.InterfaceRole.SENDER;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.charging.StartWish;
import network.opencharging.tools.mock.charging.Stations;
import network.opencharging.tools.mock.module.CatalogueSender;
import network.opencharging.tools.mock.module.ChargingProfileReceiver;
import network.opencharging.tools.mock.module.ClientInfoReceiver;
import network.opencharging.tools.mock.module.CommandReceiver;
import network.opencharging.tools.mock.module.SessionSender;
import network.opencharging.tools.mock.module.ShelfReceiver;
import network.opencharging.tools.mock.shelf.Catalogue;
import network.opencharging.tools.mock.shelf.Shelf;
import network.opencharging.tools.mock.stock.Locations;
import network.opencharging.tools.mock.stock.Tariffs;
import network.opencharging.tools.ocpi.Interface;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** A mock CPO: stations, tariffs, sessions, CDRs; pushes what an eMSP must know. */
public final class MockCpo extends PlatformMock {
    private final Stations.Stock stock;
    private final Shelf tokens;
    private final Shelf clients;
    private final Stations stations;
    private final Platform platform;

    private MockCpo(Settings settings) throws IOException {
        PartyId self = settings.identity().party();
        Instant opened = Instant.now(settings.seams().stationClock());
        this.stock =
                new Stations.Stock(
                        new Catalogue(
                                "id",
                                new Locations(self, settings.identity().name(), opened)
                                        .seeded(
                                                settings.size().locations(),
                                                settings.size().seed())),
                        new Catalogue("id", new Tariffs(self, opened).all()),
                        new Catalogue("id", List.of()),
                        new Catalogue("id", List.of()));
        this.tokens = new Shelf();
        this.clients = new Shelf();
        this.stations = new Stations(self, stock, settings.seams().stationClock());
        this.platform = Platform.open(settings, this::interfaces);
    }

    /**
     * Opens a CPO.
     *
     * @throws IOException when the port is taken
     */
    public static MockCpo open(Settings settings) throws IOException {
        return new MockCpo(settings);
    }

    private List<Interface> interfaces(Platform opened) {
        Pushes pushes = pushes(opened);
        int page = opened.settings().size().pageSize();
        return List.of(
                new Interface(
                        ModuleId.LOCATIONS,
                        SENDER,
                        new CatalogueSender(stock.locations(), page, false)),
                new Interface(
                        ModuleId.TARIFFS,
                        SENDER,
                        new CatalogueSender(stock.tariffs(), page, false)),
                new Interface(
                        ModuleId.SESSIONS,
                        SENDER,
                        new SessionSender(stock.sessions(), page, stations)),
                new Interface(
                        ModuleId.CDRS, SENDER, new CatalogueSender(stock.cdrs(), page, false)),
                new Interface(
                        ModuleId.TOKENS,
                        RECEIVER,
                        new ShelfReceiver(tokens, "uid", Set.of("GET", "PUT", "PATCH"))),
                new Interface(ModuleId.COMMANDS, RECEIVER, new CommandReceiver(stations, pushes)),
                new Interface(
                        ModuleId.CHARGING_PROFILES,
                        RECEIVER,
                        new ChargingProfileReceiver(
                                stations, pushes, opened.settings().seams().stationClock())),
                new Interface(ModuleId.HUB_CLIENT_INFO, RECEIVER, new ClientInfoReceiver(clients)));
    }

    private Pushes pushes(Platform opened) {
        return new Pushes(opened.settings().identity().party(), opened.caller(), stations);
    }

    @Override
    public Platform platform() {
        return platform;
    }

    /** What it owns. */
    public Stations.Stock stock() {
        return stock;
    }

    /** The stations, for tests that start sessions at the plug. */
    public Stations stations() {
        return stations;
    }

    /** The tokens that eMSPs have pushed. */
    public Shelf tokens() {
        return tokens;
    }

    /** Who is connected, as the hub told. */
    public Shelf clients() {
        return clients;
    }

    /**
     * Asks an eMSP whether the bearer of a token may charge (OCPI 2.2.1 §12.2.2.2).
     *
     * @throws IOException when nobody answers
     */
    public Reply authorize(PartyId emsp, String tokenUid, String locationId) throws IOException {
        ObjectNode place = JsonText.object();
        place.put("location_id", locationId);
        String suffix = "/" + tokenUid + "/authorize?type=RFID";
        return platform.caller()
                .send(Call.of("POST", ModuleId.TOKENS, SENDER, suffix, emsp).with(place));
    }

    /**
     * Delivers energy to a running session and tells the eMSP.
     *
     * @param kwh how much since the last time
     * @return empty when no such session is running
     * @throws IOException when nobody answers
     */
    public Optional<Reply> charge(PartyId emsp, String sessionId, BigDecimal kwh)
            throws IOException {
        Optional<ObjectNode> patch = stations.charge(sessionId, kwh);
        return patch.isEmpty()
                ? Optional.empty()
                : Optional.of(pushes(platform).progress(emsp, sessionId, patch.get()));
    }

    /** Delivers energy to a running session and tells its eMSP; what happened, in words. */
    public Optional<String> charge(String sessionId, BigDecimal kwh) throws IOException {
        Optional<PartyId> emsp = emspOf(sessionId);
        Optional<Reply> reply =
                emsp.isEmpty() ? Optional.empty() : charge(emsp.get(), sessionId, kwh);
        return reply.map(
                answer -> "%s kWh more in %s: %s".formatted(kwh, sessionId, answer.summary()));
    }

    /** Full power in every running session for so long; each eMSP is told. */
    public void meter(Duration time) {
        stations.running().forEach(session -> meter(session, time));
    }

    /** Who does not listen now hears the next reading; the log has it, with the reason. */
    private boolean meter(String session, Duration time) {
        try {
            return charge(session, stations.energy(session, time)).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends a running session at the plug, as if its driver had; what happened, in words. */
    public Optional<String> stop(String sessionId) {
        Optional<PartyId> emsp = emspOf(sessionId);
        Optional<ObjectNode> patch = stations.stop(sessionId);
        if (emsp.isEmpty() || patch.isEmpty()) {
            return Optional.empty();
        }
        pushes(platform).stopped(emsp.get(), sessionId, patch.get());
        return Optional.of(sessionId + " has ended, told to " + emsp.get());
    }

    /**
     * Begins a session at the plug with a token that its eMSP has told; what happened, in words.
     */
    public Optional<String> plugIn(String locationId, Optional<String> evseUid, ObjectNode token) {
        Optional<ObjectNode> session =
                stations.start(StartWish.atThePlug(token, locationId, evseUid));
        Optional<PartyId> emsp = session.flatMap(MockCpo::emsp);
        if (emsp.isEmpty()) {
            return Optional.empty();
        }
        pushes(platform).started(emsp.get(), session.orElseThrow());
        return Optional.of(
                session.orElseThrow().path("id").asString() + " has begun, told to " + emsp.get());
    }

    private Optional<PartyId> emspOf(String sessionId) {
        return stations.running(sessionId).flatMap(MockCpo::emsp);
    }

    private static Optional<PartyId> emsp(JsonNode session) {
        JsonNode token = session.path("cdr_token");
        return PartyId.of(
                JsonText.text(token, "country_code").orElse(""),
                JsonText.text(token, "party_id").orElse(""));
    }

    /** Sets the status of an EVSE; false when there is none of that uid. */
    public boolean setStatus(String locationId, String evseUid, String status) {
        return stations.setStatus(locationId, evseUid, status);
    }

    /** Tells a party the status of an EVSE. */
    public void tellStatus(PartyId reader, String locationId, String evseUid) {
        stock.locations()
                .find(locationId)
                .ifPresent(
                        location -> pushes(platform).status(reader, locationId, evseUid, location));
    }

    @Override
    public SequencedMap<String, List<ObjectNode>> objects() {
        SequencedMap<String, List<ObjectNode>> objects = new LinkedHashMap<>();
        objects.put("locations", stock.locations().all());
        objects.put("tariffs", stock.tariffs().all());
        objects.put("sessions", stock.sessions().all());
        objects.put("cdrs", stock.cdrs().all());
        objects.put("tokens", tokens.all());
        objects.put("hubclientinfo", clients.all());
        return objects;
    }
}
