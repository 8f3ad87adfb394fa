package network.opencharging.benchmarks.charging;

import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.EVSE;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.tools.party.BridgedEmsp;

import org.HdrHistogram.Histogram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks again and again at what an eMSP has, and how long ago that happened. */
final class Watch implements Runnable {
    /** Between two looks: what is measured is this much too long at worst. */
    private static final Duration LOOK = Duration.ofMillis(10);

    private static final long LONGEST = Duration.ofMinutes(10).toMillis();
    private final BridgedEmsp.Received received;
    private final Map<Awaited, Long> awaited = new HashMap<>();
    private final Map<What, Histogram> times = new EnumMap<>(What.class);
    private final Set<String> seen = new HashSet<>();

    Watch(BridgedEmsp.Received received) {
        this.received = received;
        forget();
    }

    /** Something that happened at a location. */
    private record Awaited(What what, String location, String word) {}

    /** From this moment on the eMSP could know. */
    synchronized void happens(What what, String location, String word) {
        awaited.put(new Awaited(what, location, word), System.nanoTime());
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        long now = System.nanoTime();
        for (Location location : received.locations().all()) {
            for (EVSE evse : location.evses()) {
                learned(new Awaited(What.EVSE, location.id().text(), evse.status().value()), now);
            }
        }
        for (Session session : received.sessions().all()) {
            String word = session.status().value();
            if (seen.add(session.id().text() + word)) {
                learned(new Awaited(What.SESSION, session.locationId().text(), word), now);
            }
        }
        for (CDR cdr : received.cdrs().all()) {
            if (seen.add(cdr.id().text())) {
                learned(new Awaited(What.CDR, cdr.cdrLocation().id().text(), ""), now);
            }
        }
    }

    private void learned(Awaited what, long now) {
        Long since = awaited.remove(what);
        if (since != null) {
            long millis = Duration.ofNanos(now - since).toMillis();
            of(what.what()).recordValue(Math.clamp(millis, 0, LONGEST));
        }
    }

    private Histogram of(What what) {
        return times.computeIfAbsent(what, _ -> new Histogram(LONGEST, 3));
    }

    /** What is not known yet. */
    synchronized int open() {
        return awaited.size();
    }

    /** Begins anew: what was measured so far does not count. */
    synchronized void forget() {
        times.clear();
    }

    /** What was measured since the beginning. */
    synchronized List<Known> results() {
        List<Known> results = new ArrayList<>();
        for (What what : What.values()) {
            Histogram all = of(what);
            results.add(
                    new Known(
                            what,
                            all.getTotalCount(),
                            all.getValueAtPercentile(50),
                            all.getValueAtPercentile(99),
                            all.getMaxValue(),
                            overdue(what)));
        }
        return results;
    }

    private long overdue(What what) {
        long since = System.nanoTime() - Duration.ofMinutes(1).toNanos();
        return awaited.entrySet().stream()
                .filter(one -> one.getKey().what() == what && one.getValue() < since)
                .count();
    }
}
