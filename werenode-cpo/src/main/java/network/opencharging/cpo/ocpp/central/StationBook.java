package network.opencharging.cpo.ocpp.central;

import network.opencharging.cpo.ocpp.message.Boot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stations, kept. */
public interface StationBook {

    /** The station of that identity, in its own spelling. */
    Optional<Station> find(String id);

    /** All, by identity. */
    List<Station> all();

    /** Writes a station down, new or changed; what it said of itself is left as it was. */
    void put(Station station);

    /** Writes down what it said of itself. */
    void booted(String id, Boot boot, Instant at);

    /** Forgets a station with its connectors; its transactions stay. */
    boolean remove(String id);

    /** How many wait for a decision. */
    long parked();
}
