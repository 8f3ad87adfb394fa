package network.opencharging.tools.party;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.call.Done;
import network.opencharging.bridge.model.v221.AuthorizationInfo;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.LocationReferences;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.charging.Stations;
import network.opencharging.tools.mock.shelf.Catalogue;
import network.opencharging.tools.mock.stock.Locations;
import network.opencharging.tools.mock.stock.Tariffs;
import network.opencharging.tools.seam.Seams;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A canned CPO: stations, tariffs, sessions and CDRs behind a real bridge. */
public final class BridgedCpo implements AutoCloseable {
    private static final int LOCATIONS = 5;

    private final Stations.Stock stock;
    private final Memory.OfTokens tokens = new Memory.OfTokens();
    private final Stations stations;
    private final StationCommands commands;
    private final BridgedParty party;

    private BridgedCpo(PartyPlan plan, Seams seams, Clock stationClock) {
        PartyId self = plan.identity().party();
        Instant opened = stationClock.instant();
        this.stock =
                new Stations.Stock(
                        new Catalogue(
                                "id",
                                new Locations(self, plan.identity().name(), opened)
                                        .seeded(LOCATIONS, 1)),
                        new Catalogue("id", new Tariffs(self, opened).all()),
                        new Catalogue("id", List.of()),
                        new Catalogue("id", List.of()));
        this.stations = new Stations(self, stock, stationClock);
        this.commands = new StationCommands(self, stations, stock);
        this.party = new BridgedParty(plan, backoffice(), seams.ids());
        commands.open(party.bridge());
    }

    /** Opens a CPO. */
    public static BridgedCpo open(PartyPlan plan, Seams seams, Clock stationClock) {
        return new BridgedCpo(plan, seams, stationClock);
    }

    private Backoffice backoffice() {
        return Backoffice.builder()
                .locations(new Stock.OfLocations(stock.locations()))
                .tariffs(new Stock<>(stock.tariffs(), Tariff.SHAPE, Tariff::lastUpdated))
                .sessions(new Stock<>(stock.sessions(), Session.SHAPE, Session::lastUpdated))
                .cdrs(new Stock<>(stock.cdrs(), CDR.SHAPE, CDR::lastUpdated))
                .keepTokens(tokens)
                .commands(commands)
                .build();
    }

    /** Its bridge, and what it has seen. */
    public BridgedParty party() {
        return party;
    }

    /** Asks an eMSP whether the bearer of a Token may charge. */
    public Asked<AuthorizationInfo> authorize(PartyId emsp, String tokenUid, String locationId) {
        LocationReferences place =
                Objects.typed(
                        LocationReferences.SHAPE, JsonText.object().put("location_id", locationId));
        return party.ask(
                emsp,
                (calls, exchange) ->
                        calls.authorize(exchange, tokenUid, TokenType.RFID, Optional.of(place)));
    }

    /**
     * Delivers energy to a running session and tells the eMSP.
     *
     * @param kwh how much since the last time
     * @return false when no such session is running
     */
    public boolean charge(PartyId emsp, String sessionId, BigDecimal kwh) {
        boolean running = stations.charge(sessionId, kwh).isPresent();
        if (running) {
            commands.tell(emsp, sessionId);
        }
        return running;
    }

    /** Asks for what a partner has put at that URL of the hub. */
    public Asked<Done> get(PartyId partner, URI url) {
        return party.ask(
                partner,
                (calls, exchange) -> calls.sendTo(exchange, HttpMethod.GET, url, Body.EMPTY));
    }

    @Override
    public void close() {
        party.close();
        commands.close();
    }
}
