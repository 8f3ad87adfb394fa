package network.opencharging.bridge.deliver;

import java.time.Instant;
import java.util.Optional;

/** Remembers up to where a list was pulled. */
public interface CursorStore {

    /** The newest {@code last_updated} that was kept; empty when nothing was pulled yet. */
    Optional<Instant> cursor(String list);

    /** Everything up to this was kept. */
    void advance(String list, Instant newest);
}
