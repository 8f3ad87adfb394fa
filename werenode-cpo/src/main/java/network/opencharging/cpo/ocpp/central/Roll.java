package network.opencharging.cpo.ocpp.central;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Which stations may work: asked with every message, so it is answered from memory. */
public final class Roll {
    private final StationBook book;
    private final ConcurrentMap<String, Station> known = new ConcurrentHashMap<>();

    public Roll(StationBook book) {
        this.book = book;
    }

    /** The station as it was last written down. */
    public Optional<Station> find(String id) {
        Station station = known.get(id);
        return station != null ? Optional.of(station) : read(id);
    }

    private Optional<Station> read(String id) {
        Optional<Station> station = book.find(id);
        station.ifPresent(found -> known.put(id, found));
        return station;
    }

    /** Any may have been written down anew. */
    public void changed() {
        known.clear();
    }

    /** It was written down anew: what is in memory is old. */
    public void changed(String id) {
        known.remove(id);
    }

    /** Accepted by the operator, and started at least once. */
    public boolean works(String id) {
        return find(id).filter(station -> station.admission() == Station.Admission.ACCEPTED)
                .flatMap(Station::boot)
                .isPresent();
    }
}
