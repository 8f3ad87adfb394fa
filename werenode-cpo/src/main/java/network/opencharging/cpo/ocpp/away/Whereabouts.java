package network.opencharging.cpo.ocpp.away;

import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.station.CallOutcome;
import network.opencharging.cpo.ocpp.station.Connections;
import network.opencharging.cpo.ocpp.station.Protocol;
import network.opencharging.cpo.ocpp.station.StationConnection;
import network.opencharging.cpo.ocpp.station.StationLine;
import network.opencharging.cpo.ocpp.station.StationLines;
import network.opencharging.cpo.process.Errands;
import network.opencharging.cpo.process.Holders;
import network.opencharging.cpo.process.Presence;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Where each station is connected: here, at another process that lives, or nowhere. */
public final class Whereabouts implements StationLines {
    private final Connections connections;
    private final Holders holders;
    private final Presence presence;
    private final Errands errands;
    private final Map<OcppVersion, Protocol> protocols;
    private final Supplier<String> ids;

    /**
     * @param ids names for calls, never the same twice
     */
    public Whereabouts(
            Connections connections,
            Holders holders,
            Presence presence,
            Errands errands,
            Map<OcppVersion, Protocol> protocols,
            Supplier<String> ids) {
        this.connections = connections;
        this.holders = holders;
        this.presence = presence;
        this.errands = errands;
        this.protocols = Map.copyOf(protocols);
        this.ids = ids;
    }

    @Override
    public Optional<StationLine> find(String station) {
        Optional<StationConnection> here = connections.find(station);
        return here.isPresent() ? Optional.of(here.get()) : elsewhere(station).map(this::line);
    }

    /** The other process that holds it. */
    Optional<Holders.Held> elsewhere(String station) {
        return holders.find(station)
                .filter(held -> !held.process().equals(presence.own()))
                .filter(held -> presence.living().contains(held.process()));
    }

    /** Which of these are connected neither here nor at another process that lives. */
    public List<String> gone(Collection<String> stations) {
        Set<String> missing = new LinkedHashSet<>(stations);
        missing.removeIf(station -> connections.find(station).isPresent());
        List<Holders.Held> others = holders.find(missing);
        Set<String> living = others.isEmpty() ? Set.of() : presence.living();
        for (Holders.Held held : others) {
            if (!held.process().equals(presence.own()) && living.contains(held.process())) {
                missing.remove(held.device());
            }
        }
        return List.copyOf(missing);
    }

    private StationLine line(Holders.Held held) {
        OcppVersion version = OcppVersion.of(held.protocol()).orElseThrow();
        return new AwayLine(
                held.device(),
                held.process(),
                Optional.ofNullable(protocols.get(version)).orElseThrow(),
                errands,
                ids,
                (action, payload, patience) -> again(held, action, payload, patience));
    }

    /** The process died before it heard of the call: by now the station may be here. */
    private CompletableFuture<CallOutcome> again(
            Holders.Held held, String action, ObjectNode payload, Duration patience) {
        return find(held.device())
                .map(line -> line.call(action, payload, patience))
                .orElseGet(() ->
                        CompletableFuture.completedFuture(
                                new CallOutcome.Unsent(
                                        "the process that held the station is gone, and the"
                                                + " station is not back yet")));
    }

    /** What is spoken with each station that is connected anywhere. */
    public Map<String, String> protocols() {
        Map<String, String> spoken = new HashMap<>();
        Set<String> living = presence.living();
        holders.all().stream()
                .filter(held -> living.contains(held.process()))
                .forEach(held -> spoken.put(held.device(), held.protocol()));
        connections.all().forEach(line -> spoken.put(line.station(), line.version().subprotocol()));
        return spoken;
    }
}
