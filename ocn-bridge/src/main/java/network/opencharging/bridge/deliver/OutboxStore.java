package network.opencharging.bridge.deliver;

import network.opencharging.protocol.party.PartyId;

import java.time.Instant;
import java.util.List;

/**
 * Where parcels wait. What {@link #put} has returned from survives the end of the process at any
 * moment. One bridge works on it at a time.
 */
public interface OutboxStore {

    /** Stores the parcel; it takes the place of an older one with the same parties and label. */
    void put(Parcel parcel, Instant now);

    /** The parcels that may be tried now, oldest first, without those to parties that are away. */
    List<Waiting> due(Instant now, int limit);

    /** It has arrived; a newer state that came meanwhile stays. */
    void arrived(Waiting waiting);

    /** It is tried again at that time; a newer state that came meanwhile is tried at once. */
    void again(Waiting waiting, Instant at, String why);

    /** It is not tried again; a newer state that came meanwhile is. */
    void park(Waiting waiting, String why, Instant now);

    /** The parked ones, newest first. */
    List<Parked> parked(int limit);

    /** Tries all parcels parked since then again, at once; says how many. */
    int resend(Instant parkedSince, Instant now);

    /** How full it is. */
    Depth depth();

    /** Remembers whether a party can be reached; nothing is sent to one that cannot. */
    void presence(PartyId party, boolean reachable, Instant now);
}
