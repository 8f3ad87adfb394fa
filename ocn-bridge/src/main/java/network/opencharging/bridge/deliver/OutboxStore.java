package network.opencharging.bridge.deliver;

import network.opencharging.protocol.party.PartyId;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Where parcels wait. What {@link #put} has returned from survives the end of the process at any
 * moment. One bridge works on it at a time.
 */
public interface OutboxStore {
    /**
     * Stores the parcels in one go, all or none; each takes the place of an older one with the same
     * parties and label.
     */
    void put(List<Parcel> parcels, Instant now);

    /** Stores the parcel. */
    default void put(Parcel parcel, Instant now) {
        put(List.of(parcel), now);
    }

    /**
     * The parcels that may be tried now, oldest first, without those to parties that are away.
     *
     * @param without partners of whom nothing is wanted
     */
    List<Waiting> due(Instant now, int limit, Set<PartyId> without);

    /** Those of them to one partner. */
    List<Waiting> due(Instant now, int limit, PartyId to);

    /** All that may be tried now. */
    default List<Waiting> due(Instant now, int limit) {
        return due(now, limit, Set.of());
    }

    /**
     * Writes down what came of attempts, all in one go. A newer state that came meanwhile is not
     * touched: it is tried as if there had been none before.
     */
    void settle(List<Came> outcomes);

    /** Remembers whether a party can be reached; nothing is sent to one that cannot. */
    void presence(PartyId party, boolean reachable, Instant now);
}
