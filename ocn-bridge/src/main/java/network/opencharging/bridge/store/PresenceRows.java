package network.opencharging.bridge.store;

import network.opencharging.protocol.party.PartyId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who cannot be reached: in a table, and at hand. */
final class PresenceRows {
    private final JdbcOperations jdbc;
    private volatile @Nullable Set<PartyId> away;

    PresenceRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Read once, then known. */
    boolean isAway(PartyId party) {
        @Nullable Set<PartyId> known = away;
        return (known == null ? read() : known).contains(party);
    }

    private synchronized Set<PartyId> read() {
        @Nullable Set<PartyId> known = away;
        if (known == null) {
            known = ConcurrentHashMap.newKeySet();
            known.addAll(
                    jdbc.query(
                            "select party from bridge_presence where reachable = false",
                            (row, _) -> Parties.read(row, "party")));
            away = known;
        }
        return known;
    }

    synchronized void write(PartyId party, boolean reachable, Instant now) {
        int known =
                jdbc.update(
                        "update bridge_presence set reachable = ?, since = ? where party = ?",
                        reachable,
                        Times.column(now),
                        party.toString());
        if (known == 0) {
            jdbc.update(
                    "insert into bridge_presence (reachable, since, party) values (?, ?, ?)",
                    reachable,
                    Times.column(now),
                    party.toString());
        }
        if (reachable) {
            read().remove(party);
        } else {
            read().add(party);
        }
    }
}
