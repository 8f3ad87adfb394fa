package network.opencharging.node.links;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;

/** The callbacks that other nodes announced, in memory; when it is full the oldest goes. */
public final class CallbackMemory {
    private record Key(LinkScope scope, String uid) {}

    private final int most;
    private final CallbackJournal journal;
    private final LinkLifetimes lifetimes;
    private final Clock clock;
    private final SequencedMap<Key, RememberedCallback> known = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * An empty memory.
     *
     * @param most how many callbacks it holds
     * @param journal where they are written down
     * @param lifetimes how long they are kept
     * @param clock says what time it is
     */
    public CallbackMemory(int most, CallbackJournal journal, LinkLifetimes lifetimes, Clock clock) {
        this.most = most;
        this.journal = journal;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    /** Takes in what the journal has; once, at start. */
    public void recall() {
        journal.load(most).forEach(this::put);
    }

    /** Remembers what stands behind an id. */
    public void remember(LinkScope scope, String uid, String resource) {
        RememberedCallback callback =
                new RememberedCallback(
                        scope, uid, resource, clock.instant().plus(lifetimes.of(scope.kind())));
        put(callback);
        journal.keep(callback);
    }

    /** What stands behind the id, in the very scope in which it was announced. */
    public Optional<String> find(LinkScope scope, String uid) {
        return remembered(new Key(scope, uid))
                .or(() -> journal.find(scope, uid))
                .filter(callback -> clock.instant().isBefore(callback.until()))
                .map(RememberedCallback::resource);
    }

    private Optional<RememberedCallback> remembered(Key key) {
        lock.lock();
        try {
            return Optional.ofNullable(known.get(key));
        } finally {
            lock.unlock();
        }
    }

    private void put(RememberedCallback callback) {
        lock.lock();
        try {
            known.putLast(new Key(callback.scope(), callback.uid()), callback);
            if (known.size() > most) {
                known.pollFirstEntry();
            }
        } finally {
            lock.unlock();
        }
    }
}
