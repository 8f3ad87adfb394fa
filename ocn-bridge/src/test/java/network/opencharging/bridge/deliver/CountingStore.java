package network.opencharging.bridge.deliver;

import network.opencharging.protocol.party.PartyId;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the rows that are read. */
record CountingStore(OutboxStore store, AtomicInteger read) implements OutboxStore {
    CountingStore(OutboxStore store) {
        this(store, new AtomicInteger());
    }

    @Override
    public Written write(List<Parcel> parcels, List<Came> outcomes, Instant now) {
        return store.write(parcels, outcomes, now);
    }

    @Override
    public List<Waiting> due(Instant now, int limit, Set<PartyId> without) {
        return counted(store.due(now, limit, without));
    }

    @Override
    public List<Waiting> due(Instant now, int limit, PartyId to) {
        return counted(store.due(now, limit, to));
    }

    private List<Waiting> counted(List<Waiting> due) {
        read.addAndGet(due.size());
        return due;
    }

    @Override
    public void presence(PartyId party, boolean reachable, Instant since) {
        store.presence(party, reachable, since);
    }
}
