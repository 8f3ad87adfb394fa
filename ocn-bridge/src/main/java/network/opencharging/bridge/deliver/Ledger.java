package network.opencharging.bridge.deliver;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Writes into the outbox for many at once, what is put and what came of attempts in one
 * transaction, and hands on what may set out in the order in which it was written.
 */
final class Ledger {
    private final OutboxStore store;
    private final Clock clock;
    private final Consumer<OutboxStore.Written> next;
    private final Together<Line> together;

    /**
     * A ledger over this store.
     *
     * @param next is told what was written, group by group, once it is safe
     */
    Ledger(OutboxStore store, Clock clock, Executor threads, Consumer<OutboxStore.Written> next) {
        this.store = store;
        this.clock = clock;
        this.next = next;
        this.together = new Together<>(this::write, threads);
    }

    private sealed interface Line {
        record Put(Parcel parcel) implements Line {}

        record Settled(Came came) implements Line {}
    }

    /** Returns when the parcel is safe. */
    void put(Parcel parcel) {
        together.write(new Line.Put(parcel));
    }

    /** Returns when it is written down that a parcel sets out. */
    void setOut(Came.SetOut came) {
        together.write(new Line.Settled(came));
    }

    /**
     * Writes down soon what came of an attempt.
     *
     * @param told when it is written down, or why it could not be
     */
    void settle(Came came, Consumer<Optional<RuntimeException>> told) {
        together.bring(new Line.Settled(came), told);
    }

    private void write(List<Line> lines) {
        List<Parcel> parcels = new ArrayList<>();
        List<Came> outcomes = new ArrayList<>();
        for (Line line : lines) {
            switch (line) {
                case Line.Put(Parcel parcel) -> parcels.add(parcel);
                case Line.Settled(Came came) -> outcomes.add(came);
            }
        }
        Instant now = clock.instant();
        next.accept(store.write(parcels, outcomes, now));
    }
}
