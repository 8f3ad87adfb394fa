package network.opencharging.bridge.store;

import network.opencharging.bridge.deliver.Came;
import network.opencharging.bridge.deliver.OutboxStore;
import network.opencharging.bridge.deliver.Parcel;
import network.opencharging.bridge.deliver.Waiting;
import network.opencharging.protocol.party.PartyId;

import org.springframework.transaction.support.TransactionOperations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An outbox that writes for many at once: whoever comes while a transaction is being committed
 * waits for the next one, together with all others who came. Each still returns only when what he
 * brought is safe. What a single transaction costs (a disk that has to be reached) is so paid once
 * for many parcels.
 */
public final class GroupedOutbox implements OutboxStore {
    private final OutboxStore store;
    private final TransactionOperations transactions;
    private final Together<Change> together;

    /** Groups the changes of this outbox, whose transactions these are. */
    public GroupedOutbox(OutboxStore store, TransactionOperations transactions) {
        this.store = store;
        this.transactions = transactions;
        this.together = new Together<>(this::write);
    }

    private sealed interface Change {
        record Put(List<Parcel> parcels, Instant now) implements Change {}

        record Settle(List<Came> outcomes) implements Change {}
    }

    private void write(List<Change> changes) {
        List<Parcel> parcels = new ArrayList<>();
        List<Came> outcomes = new ArrayList<>();
        Instant now = Instant.MIN;
        for (Change change : changes) {
            switch (change) {
                case Change.Put(List<Parcel> some, Instant at) -> {
                    parcels.addAll(some);
                    now = at.isAfter(now) ? at : now;
                }
                case Change.Settle(List<Came> some) -> outcomes.addAll(some);
            }
        }
        Instant last = now;
        transactions.executeWithoutResult(_ -> {
            if (!parcels.isEmpty()) {
                store.put(parcels, last);
            }
            if (!outcomes.isEmpty()) {
                store.settle(outcomes);
            }
        });
    }

    @Override
    public void put(List<Parcel> parcels, Instant now) {
        if (!parcels.isEmpty()) {
            together.write(new Change.Put(parcels, now));
        }
    }

    @Override
    public void settle(List<Came> outcomes) {
        if (!outcomes.isEmpty()) {
            together.write(new Change.Settle(outcomes));
        }
    }

    @Override
    public List<Waiting> due(Instant now, int limit, Set<PartyId> without) {
        return store.due(now, limit, without);
    }

    @Override
    public List<Waiting> due(Instant now, int limit, PartyId to) {
        return store.due(now, limit, to);
    }

    @Override
    public void presence(PartyId party, boolean reachable, Instant now) {
        store.presence(party, reachable, now);
    }
}
