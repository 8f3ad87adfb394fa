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

    /** What is older than what is known changes nothing: news can overtake each other. */
    synchronized void write(PartyId party, boolean reachable, Instant since) {
        int renewed =
                jdbc.update(
                        """
                        update bridge_presence set reachable = ?, since = ?
                        where party = ? and since <= ?
                        """,
                        reachable,
                        Times.column(since),
                        party.toString(),
                        Times.column(since));
        if (renewed == 0 && isKnown(party)) {
            return;
        }
        if (renewed == 0) {
            jdbc.update(
                    "insert into bridge_presence (reachable, since, party) values (?, ?, ?)",
                    reachable,
                    Times.column(since),
                    party.toString());
        }
        if (reachable) {
            read().remove(party);
        } else {
            read().add(party);
        }
    }

    private boolean isKnown(PartyId party) {
        return !jdbc.queryForList(
                        "select party from bridge_presence where party = ?", party.toString())
                .isEmpty();
    }
}
