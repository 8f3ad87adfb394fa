package network.opencharging.cpo.ocpp.central;

import network.opencharging.cpo.ocpp.message.Boot;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which stations may work: asked with every message, so it is answered from memory. All are read at
 * the start: after it every station comes back at once, and none of them costs a question of its
 * own.
 */
public final class Roll {
    private final StationBook book;
    private final ConcurrentMap<String, Station> known = new ConcurrentHashMap<>();
    private long changes;

    /** Knows all that were written down before. */
    public Roll(StationBook book) {
        this.book = book;
        recall();
    }

    /** Reads all again: any may have been written down anew. */
    public void recall() {
        long before = changes();
        Map<String, Station> read =
                book.all().stream().collect(Collectors.toMap(Station::id, Function.identity()));
        synchronized (known) {
            known.clear();
            // What was written meanwhile may not be among it: then each is read when it is asked
            // for.
            if (before == changes) {
                known.putAll(read);
            }
        }
    }

    /** The station as this process last knew it. */
    public Optional<Station> find(String id) {
        Station station = known.get(id);
        return station != null ? Optional.of(station) : again(id);
    }

    /** The station as it is written down, whatever is in memory. */
    public Optional<Station> again(String id) {
        long before = changes();
        Optional<Station> station = book.find(id);
        synchronized (known) {
            if (before == changes) {
                station.ifPresentOrElse(found -> known.put(id, found), () -> known.remove(id));
            }
        }
        return station;
    }

    private long changes() {
        synchronized (known) {
            return changes;
        }
    }

    /** It was written down anew: what is in memory is old. */
    public void changed(String id) {
        synchronized (known) {
            changes++;
            known.remove(id);
        }
    }

    /** It started: writes down what it said of itself. */
    public void started(String id, Boot boot, Instant at) {
        book.booted(id, boot, at);
        known.computeIfPresent(id, (_, station) -> station.started(boot, at));
    }

    /** Accepted by the operator, and started at least once, perhaps at another process. */
    public boolean works(String id) {
        return find(id).filter(Station::works).isPresent()
                || again(id).filter(Station::works).isPresent();
    }
}
