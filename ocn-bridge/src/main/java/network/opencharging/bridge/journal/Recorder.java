package network.opencharging.bridge.journal;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.OcpiStatus;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Writes down what passes. A message never waits for the store: entries are written in batches by
 * another thread, and what it cannot keep up with is not written, but counted. Of who was turned
 * away at the door a few a minute are written: a stranger who tries tokens cannot fill the journal.
 */
public final class Recorder implements Journal {
    private static final int WAITING = 10_000;
    private static final int BATCH = 500;
    private static final int STRANGERS = 20;
    private static final int LONGEST_BODY = 64 << 10;

    private final JournalStore store;
    private final Mask mask;
    private final Keep keep;
    private final Duration retention;
    private final Clock clock;
    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(WAITING);
    private final LongAdder dropped = new LongAdder();
    private final Allowance strangers = new Allowance(STRANGERS, Duration.ofMinutes(1));

    /** Of which messages the content is kept, besides who, whom and how it ended. */
    public enum Keep {
        /** Of none. */
        NONE,
        /** Of those that did not go well. */
        TROUBLE,
        /** Of all. */
        ALL
    }

    /**
     * A recorder.
     *
     * @param retention how long entries are kept; nothing is written when it is zero
     */
    public Recorder(JournalStore store, Mask mask, Keep keep, Duration retention, Clock clock) {
        this.store = store;
        this.mask = mask;
        this.keep = keep;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public void note(Passage passage) {
        if (retention.isZero()) {
            return;
        }
        boolean stranger = passage.ending() instanceof Passage.Ending.TurnedAway;
        if (stranger && !strangers.isOneMore(passage.at())) {
            dropped.increment();
        } else if (!waiting.offer(entry(passage))) {
            dropped.increment();
        }
    }

    /**
     * Writes what waits, up to a full batch.
     *
     * @return how many a full batch has; 0 when it was not full: what comes now may wait for others
     */
    public int round() {
        List<Entry> batch = new ArrayList<>();
        waiting.drainTo(batch, BATCH);
        if (!batch.isEmpty()) {
            store.write(batch);
        }
        return batch.size() < BATCH ? 0 : BATCH;
    }

    /** Forgets what is older than the retention; says how much that was. */
    public int forget() {
        return store.forget(clock.instant().minus(retention));
    }

    /** How many entries were not written: the store was too slow, or strangers were too many. */
    public long dropped() {
        return dropped.sum();
    }

    private Entry entry(Passage passage) {
        Passage.Subject subject = passage.subject();
        String trouble = passage.trouble();
        boolean wanted = keep == Keep.ALL || (keep == Keep.TROUBLE && !trouble.isEmpty());
        return new Entry(
                passage.at(),
                passage.took(),
                passage.direction(),
                new Passage.Subject(
                        subject.from(),
                        subject.to(),
                        subject.correlationId(),
                        subject.module(),
                        subject.method(),
                        mask.path(subject.module().value(), subject.path())),
                new Entry.Ending(
                        passage.http(), passage.status().map(OcpiStatus::code).orElse(0), trouble),
                wanted ? content(passage) : Entry.Content.NONE);
    }

    private Entry.Content content(Passage passage) {
        return new Entry.Content(
                masked(passage.request().body()),
                passage.ending() instanceof Passage.Ending.Answered(int _, var message)
                        ? masked(message.body())
                        : "");
    }

    private String masked(Body body) {
        if (body.isEmpty()) {
            return "";
        }
        if (body.size() > LONGEST_BODY) {
            return "(%d bytes: too long to be kept)".formatted(body.size());
        }
        return body.json().optional().map(mask::json).map(Json::text).orElse("(no JSON: not kept)");
    }
}
