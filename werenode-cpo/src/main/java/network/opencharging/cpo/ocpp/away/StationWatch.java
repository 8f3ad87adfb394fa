package network.opencharging.cpo.ocpp.away;

import network.opencharging.cpo.ocpp.central.Roll;
import network.opencharging.cpo.ocpp.central.Station;
import network.opencharging.cpo.ocpp.station.Connections;
import network.opencharging.cpo.ocpp.station.StationConnection;
import network.opencharging.cpo.process.Holders;
import network.opencharging.cpo.process.Presence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what this process knows of stations the same as what all others know. */
public final class StationWatch {
    private static final int POLICY_VIOLATION = 1008;

    private final Connections connections;
    private final Roll roll;
    private final Holders holders;
    private final Presence presence;
    private final Comings comings;
    private final Whereabouts whereabouts;
    private Set<String> doubted = Set.of();

    public StationWatch(
            Connections connections,
            Roll roll,
            Holders holders,
            Presence presence,
            Comings comings,
            Whereabouts whereabouts) {
        this.connections = connections;
        this.roll = roll;
        this.holders = holders;
        this.presence = presence;
        this.comings = comings;
        this.whereabouts = whereabouts;
    }

    /** It is here; returns at once. */
    public void holds(StationConnection connection) {
        holders.arrived(held(connection));
        comings.came(connection.station());
    }

    /** That connection ended; returns at once. */
    public void holdsNoMore(StationConnection connection) {
        holders.left(held(connection));
        comings.left(List.of(connection.station()));
    }

    private Holders.Held held(StationConnection connection) {
        return new Holders.Held(
                connection.station(),
                presence.own(),
                connection.id(),
                connection.version().subprotocol());
    }

    /** The operator decided something about it, perhaps at another process. */
    public void decided(String station) {
        roll.changed(station);
        connections.find(station).ifPresent(this::obey);
    }

    private void obey(StationConnection line) {
        boolean welcome =
                roll.find(line.station())
                        .filter(known -> known.admission() != Station.Admission.REFUSED)
                        .isPresent();
        if (!welcome) {
            line.close(POLICY_VIOLATION, "the operator refused it");
        }
    }

    /** It connected to another process: what is here is a connection that nobody is at any more. */
    public void taken(String station, String connection) {
        connections.find(station).filter(line -> line.id().equals(connection)).ifPresent(this::end);
    }

    private void end(StationConnection line) {
        String why = "the station connected again";
        line.close(POLICY_VIOLATION, why);
        connections.leave(line, why);
    }

    /** Stations of processes that died are gone until they come back. */
    public void bury() {
        List<String> orphans = holders.bury(presence.living());
        for (String station : orphans) {
            connections.find(station).ifPresent(here -> holders.arrived(held(here)));
        }
        comings.left(orphans);
    }

    /** Looks at everything: news may have been missed, and others may have taken us for dead. */
    public synchronized void compare() {
        Map<String, Holders.Held> known = new HashMap<>(holders.of(presence.own()));
        Set<String> doubtful = new HashSet<>();
        roll.recall();
        for (StationConnection line : connections.all()) {
            obey(line);
            Holders.Held held = held(line);
            if (!held.equals(known.remove(line.station()))) {
                mend(line, held, doubtful);
            }
        }
        known.values().forEach(holders::left);
        doubted = doubtful;
    }

    /** One that has just come may not be written down yet: it is doubted only the second time. */
    private void mend(StationConnection line, Holders.Held held, Set<String> doubtful) {
        if (whereabouts.elsewhere(line.station()).isEmpty()) {
            holders.arrived(held);
        } else if (doubted.contains(line.id())) {
            end(line);
        } else {
            doubtful.add(line.id());
        }
    }
}
