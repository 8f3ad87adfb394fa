package network.opencharging.cpo.ocpp.held;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stations should hold, kept over restarts. */
public interface HeldBook {

    /** All that a station should hold. */
    List<Held> of(String station);

    /** One of them. */
    Optional<Held> find(Held.Key key);

    /** Keeps it, new or changed. */
    void put(Held held);

    /** Forgets it; false when there was none. */
    boolean remove(Held.Key key);

    /** Forgets what was over by then: by its time, or with its transaction. */
    int forget(Instant before);
}
