package network.opencharging.bridge.deliver;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Done;
import network.opencharging.protocol.party.PartyId;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Empties the outbox: reads what is due, carries many parcels at a time to each partner, and writes
 * down what came of it. A parcel is read again only when what came of it is written down, so the
 * states of one object never overtake each other.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int AT_ONCE = 256;

    /** A search beside partners with a backlog walks past all that waits for them. */
    private static final Duration BETWEEN_SEARCHES = Duration.ofMillis(100);

    private static final long LONGEST_WAIT = 500;
    private static final String ON_ITS_WAY =
            "On its way; when this stays, the bridge was stopped before it knew whether it"
                    + " arrived.";
    private static final Duration LAST_WAIT = Duration.ofSeconds(30);

    private final OutboxStore store;
    private final Ledger ledger;
    private final Post post;
    private final Persistence persistence;
    private final Edge edge;
    private final Map<PartyId, Lane> lanes = new ConcurrentHashMap<>();
    private final Set<Long> onTheWay = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(0);
    private volatile Set<Long> seen = ConcurrentHashMap.newKeySet();
    private Instant nextSearch = Instant.MIN;
    private volatile boolean ending;

    /**
     * What comes from outside.
     *
     * @param clock the time
     * @param random leaves pauses to chance
     * @param threads where parcels are carried, many at once; closed by its owner
     */
    public record Edge(Clock clock, RandomGenerator random, ExecutorService threads) {}

    /** A courier between this outbox and the hub. */
    public Courier(OutboxStore store, Post post, Persistence persistence, Edge edge) {
        this.store = store;
        this.post = post;
        this.persistence = persistence;
        this.edge = edge;
        this.ledger = new Ledger(store, edge.clock(), edge.threads(), this::written);
    }

    /** Takes a parcel, and returns when it is safe; it sets out at once when its way is free. */
    public void take(Parcel parcel) {
        ledger.put(parcel);
    }

    /** What finds its way free sets out as it was written; all else is searched for. */
    private void written(OutboxStore.Written written) {
        Instant now = edge.clock().instant();
        boolean more = written.more();
        for (Waiting waiting : written.fresh()) {
            Lane lane = lane(waiting);
            boolean free = !ending && !lane.hasBacklog() && lane.wantsMore(now);
            if (free) {
                setOut(waiting, Set.of());
            } else {
                lane.backlog(true);
            }
            more |= !free;
        }
        if (more) {
            ring();
        }
    }

    /** There is something to be sent. */
    public void ring() {
        news.release();
    }

    /**
     * Waits until there is something to do, though never long, and sends out what is due.
     *
     * @return how many parcels set out or are still on their way
     * @throws InterruptedException when the bridge is being stopped; what was not written down is
     *     tried again after the next start
     */
    public int round() throws InterruptedException {
        boolean rung = news.tryAcquire(LONGEST_WAIT, TimeUnit.MILLISECONDS);
        LOG.trace("goes on, rung: {}", rung);
        news.drainPermits();
        if (!ending) {
            load();
        }
        return onTheWay.size();
    }

    /** Partners of whom more waits than was read are asked for one by one, all others at once. */
    private void load() {
        Instant now = edge.clock().instant();
        // Begun before the store is asked: what is done meanwhile may still be in the answer.
        Set<Long> known = ConcurrentHashMap.newKeySet();
        seen = known;
        known.addAll(onTheWay);
        lanes.forEach((partner, lane) -> {
            if (lane.hasBacklog() && lane.wantsMore(now)) {
                int limit = lane.size() + AT_ONCE;
                lane.backlog(false);
                List<Waiting> due = store.due(now, limit, partner);
                due.forEach(waiting -> setOut(waiting, known));
                if (due.size() == limit) {
                    lane.backlog(true);
                }
            }
        });
        Set<PartyId> others =
                lanes.entrySet().stream()
                        .filter(lane ->
                                lane.getValue().hasBacklog() || !lane.getValue().wantsMore(now))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet());
        if (others.isEmpty() || !now.isBefore(nextSearch)) {
            nextSearch = now.plus(BETWEEN_SEARCHES);
            search(now, others, known);
        }
    }

    private void search(Instant now, Set<PartyId> without, Set<Long> known) {
        int limit = known.size() + AT_ONCE;
        List<Waiting> due = store.due(now, limit, without);
        due.forEach(waiting -> setOut(waiting, known));
        Map<PartyId, Lane> unsure = new HashMap<>(lanes);
        if (due.size() < limit) {
            unsure.keySet().retainAll(without);
        }
        unsure.values().forEach(lane -> lane.backlog(true));
    }

    private void setOut(Waiting waiting, Set<Long> known) {
        if (!known.contains(waiting.id()) && onTheWay.add(waiting.id())) {
            seen.add(waiting.id());
            Lane lane = lane(waiting);
            if (lane.load(waiting)) {
                edge.threads().execute(() -> carry(lane));
            }
        }
    }

    private Lane lane(Waiting waiting) {
        return lanes.computeIfAbsent(waiting.parcel().to(), _ -> new Lane());
    }

    private void carry(Lane lane) {
        @Nullable Waiting next = lane.next(edge.clock().instant());
        while (next != null) {
            tried(lane, next);
            if (lane.hasBacklog() && lane.wantsMore(edge.clock().instant())) {
                news.release();
            }
            next = lane.next(edge.clock().instant());
        }
        if (lane.isClosed(edge.clock().instant())) {
            lane.backlog(true);
            unload(lane);
        }
    }

    private void unload(Lane lane) {
        lane.unload().forEach(waiting -> onTheWay.remove(waiting.id()));
    }

    /** Whatever breaks, the parcel stays in the store and the next one goes. */
    private void tried(Lane lane, Waiting waiting) {
        ledger.settle(
                outcome(lane, waiting),
                failure -> {
                    failure.ifPresent(
                            why -> LOG.error("what came of a parcel is not written down", why));
                    lane.done();
                    onTheWay.remove(waiting.id());
                    if (ending) {
                        ring();
                    }
                });
    }

    private Came outcome(Lane lane, Waiting waiting) {
        Instant began = edge.clock().instant();
        if (waiting.parcel().until().filter(began::isAfter).isPresent()) {
            return new Came.Parked(waiting, began, "Nobody waits for it any more.");
        }
        if (!persistence.resend()) {
            ledger.setOut(new Came.SetOut(waiting, began, ON_ITS_WAY));
        }
        Answered<Done> answered = carried(waiting);
        Instant now = edge.clock().instant();
        if (answered instanceof Answered.Success<Done>) {
            lane.arrived();
            return new Came.Arrived(waiting, now);
        }
        Failure failure = Failure.of(answered);
        failure.asked().map(now::plus).ifPresent(lane::closeUntil);
        if (!failure.passes() || !persistence.resend()) {
            return new Came.Parked(waiting, now, failure.why());
        }
        if (failure.ofTheWay()) {
            lane.blocked(began, now, times -> pause(times, failure));
        }
        return new Came.Again(
                waiting, now, now.plus(pause(waiting.attempts() + 1, failure)), failure.why());
    }

    private Duration pause(int attempts, Failure failure) {
        return persistence.pause(attempts, failure.asked(), edge.random());
    }

    private Answered<Done> carried(Waiting waiting) {
        try {
            return post.carry(waiting.parcel());
        } catch (RuntimeException e) {
            LOG.error("a parcel for {} could not be carried", waiting.parcel().to(), e);
            return new Answered.NotOcpi<>(0, "The bridge itself failed on it: " + e);
        }
    }

    /** Lets what is on its way arrive, and sends out nothing more. */
    @Override
    public void close() {
        ending = true;
        lanes.values().forEach(this::unload);
        long until = System.nanoTime() + LAST_WAIT.toNanos();
        try {
            while (!onTheWay.isEmpty() && System.nanoTime() < until) {
                boolean rung = news.tryAcquire(LONGEST_WAIT, TimeUnit.MILLISECONDS);
                LOG.trace("waits for the last parcels, rung: {}", rung);
            }
        } catch (InterruptedException e) {
            // Whoever stops the bridge is in a hurry: what is on its way is sent once more later.
            Thread.currentThread().interrupt();
        }
    }
}
