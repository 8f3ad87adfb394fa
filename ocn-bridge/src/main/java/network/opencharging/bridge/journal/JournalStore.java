package network.opencharging.bridge.journal;

import network.opencharging.protocol.party.PartyId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what has passed for a while. */
public interface JournalStore {

    /** Keeps these, in this order. */
    void write(List<Entry> entries);

    /** What is wanted, the latest first. */
    List<Entry.Numbered> find(Search search);

    /** Forgets everything older; says how much that was. */
    int forget(Instant before);

    /**
     * What is looked for.
     *
     * @param party sent it or was to get it; empty for any
     * @param module such as {@code sessions}; empty for any
     * @param correlationId all legs of one exchange; empty for any
     * @param troubleOnly only what did not go well
     * @param before only what has a smaller place: the next page
     * @param limit at most so many
     */
    record Search(
            Optional<PartyId> party,
            Optional<String> module,
            Optional<String> correlationId,
            boolean troubleOnly,
            long before,
            int limit) {}
}
