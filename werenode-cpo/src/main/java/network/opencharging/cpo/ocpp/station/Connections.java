package network.opencharging.cpo.ocpp.station;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The stations that are connected here, each once. */
public final class Connections {
    private static final int GOING_AWAY = 1001;
    private static final int POLICY_VIOLATION = 1008;
    private static final String STOPS = "the backend stops";

    /** So many sweeps ask every station once. */
    public static final int PARTS = 30;

    private final AtomicInteger sweeps = new AtomicInteger();
    private final ConcurrentMap<String, StationConnection> connected = new ConcurrentHashMap<>();
    private final Presence presence;
    private volatile boolean retiring;

    public Connections(Presence presence) {
        this.presence = presence;
    }

    /** Who wants to know which stations are there. */
    public interface Presence {
        /** It is there now. */
        void arrived(StationConnection connection);

        /** It ended, and the station did not come back here meanwhile. */
        void left(StationConnection connection);
    }

    /** A station came. It knows best which of its connections lives: an older one is closed. */
    public void join(StationConnection connection) {
        StationConnection older = connected.put(connection.station(), connection);
        if (older != null) {
            older.close(POLICY_VIOLATION, "the station connected again");
        }
        presence.arrived(connection);
        if (retiring) {
            connection.retire(GOING_AWAY, STOPS);
        }
    }

    /** A connection ended; the one that replaced it stays. */
    public void leave(StationConnection connection, String why) {
        connection.ended(why);
        if (connected.remove(connection.station(), connection)) {
            if (retiring) {
                synchronized (connected) {
                    connected.notifyAll();
                }
            } else {
                presence.left(connection);
            }
        }
    }

    /** The connection of a station. */
    public Optional<StationConnection> find(String station) {
        return Optional.ofNullable(connected.get(station));
    }

    /** All of them. */
    public Collection<StationConnection> all() {
        return List.copyOf(connected.values());
    }

    /** How many. */
    public int count() {
        return connected.size();
    }

    /**
     * Asks the next part of them for a sign of life, and ends those that gave none for so long: a
     * station that lost its power never says that it is gone. Ten thousand at once would hold up
     * whatever else is to be done in that moment.
     */
    public void sweep(Instant now, Duration silence) {
        int part = Math.floorMod(sweeps.getAndIncrement(), PARTS);
        for (StationConnection connection : connected.values()) {
            if (Math.floorMod(connection.station().hashCode(), PARTS) == part) {
                sweep(connection, now.minus(silence));
            }
        }
    }

    private void sweep(StationConnection connection, Instant latest) {
        if (connection.heard().isBefore(latest)) {
            connection.close(GOING_AWAY, "no sign of life");
            leave(connection, "no sign of life");
        } else {
            connection.ping();
        }
    }

    /**
     * Ends all of them: each is answered what it said before, then told that the backend goes away.
     * Nobody is told that they are gone, for they will be back; whoever misses this process finds
     * out.
     *
     * @param patience for answers and for stations to take note
     * @return whether all were gone by then
     */
    public boolean retire(Duration patience) {
        retiring = true;
        all().forEach(connection -> connection.retire(GOING_AWAY, STOPS));
        return isDeserted(patience);
    }

    private boolean isDeserted(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (connected) {
            try {
                long left = patience.toNanos();
                while (!connected.isEmpty() && left > 0) {
                    TimeUnit.NANOSECONDS.timedWait(connected, left);
                    left = end - System.nanoTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return connected.isEmpty();
    }
}
