package network.opencharging.bridge.deliver;

import network.opencharging.protocol.party.PartyId;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Where parcels wait. What {@link #write} has returned from survives the end of the process at any
 * moment. One bridge works on it at a time.
 */
public interface OutboxStore {
    /**
     * Stores parcels and what came of attempts in one go, all or none. A parcel takes the place of
     * an older one with the same parties and label. A newer state that came meanwhile is not
     * touched by an outcome: it is tried as if there had been none before.
     *
     * @param now since when the parcels wait; outcomes have times of their own
     */
    Written write(List<Parcel> parcels, List<Came> outcomes, Instant now);

    /**
     * What was written.
     *
     * @param fresh the parcels that found their place empty and can set out, as they wait now
     * @param more whether there is more that may be due: newer states in the places of older ones
     */
    record Written(List<Waiting> fresh, boolean more) {}

    /** Stores the parcels in one go. */
    default void put(List<Parcel> parcels, Instant now) {
        write(parcels, List.of(), now);
    }

    /** Stores the parcel. */
    default void put(Parcel parcel, Instant now) {
        put(List.of(parcel), now);
    }

    /** Writes down what came of attempts, all in one go. */
    default void settle(List<Came> outcomes) {
        write(List.of(), outcomes, Instant.EPOCH);
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
     * Remembers whether a party can be reached; nothing is sent to one that cannot.
     *
     * @param since when the hub has seen it; what is older than what is known changes nothing
     */
    void presence(PartyId party, boolean reachable, Instant since);
}
