package network.opencharging.bridge.deliver;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Done;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;

/** Empties the outbox: tries what is due, and writes down what came of it. */
public final class Courier {
    private static final int AT_ONCE = 64;

    private final OutboxStore store;
    private final Post post;
    private final Persistence persistence;
    private final Edge edge;

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
    }

    /**
     * Tries everything that is due, once.
     *
     * @return how many parcels were tried; 0 when there was nothing to do
     * @throws InterruptedException when the bridge is being stopped; what was not written down is
     *     tried again after the next start
     */
    public int round() throws InterruptedException {
        List<Waiting> due = store.due(edge.clock().instant(), AT_ONCE);
        List<Callable<Boolean>> tries =
                due.stream().<Callable<Boolean>>map(waiting -> () -> tried(waiting)).toList();
        edge.threads().invokeAll(tries);
        return due.size();
    }

    private boolean tried(Waiting waiting) {
        Instant now = edge.clock().instant();
        if (waiting.parcel().until().filter(now::isAfter).isPresent()) {
            store.settle(List.of(new Came.Parked(waiting, now, "Nobody waits for it any more.")));
            return false;
        }
        Answered<Done> answered = post.carry(waiting.parcel());
        if (answered instanceof Answered.Success<Done>) {
            store.settle(List.of(new Came.Arrived(waiting, now)));
            return true;
        }
        Failure failure = Failure.of(answered);
        if (failure.passes() && persistence.resend()) {
            Instant at =
                    edge.clock()
                            .instant()
                            .plus(
                                    persistence.pause(
                                            waiting.attempts() + 1,
                                            failure.asked(),
                                            edge.random()));
            store.settle(List.of(new Came.Again(waiting, now, at, failure.why())));
        } else {
            store.settle(List.of(new Came.Parked(waiting, edge.clock().instant(), failure.why())));
        }
        return false;
    }

    /** Why a parcel did not arrive, and whether trying again can help. */
    private record Failure(String why, boolean passes, Optional<java.time.Duration> asked) {

        static Failure of(Answered<Done> answered) {
            return switch (answered) {
                case Answered.Refused<Done>(int http, var status, String message, var asked) ->
                        new Failure(
                                "HTTP %d, status %d: %s".formatted(http, status.code(), message),
                                http >= 500
                                        || http == 429
                                        || http == 401
                                        || status.code() / 1000 >= 3,
                                asked);
                case Answered.Unreachable<Done>(String why) ->
                        new Failure(why, true, Optional.empty());
                case Answered.NotOcpi<Done>(int http, String why) ->
                        new Failure("HTTP %d: %s".formatted(http, why), true, Optional.empty());
                case Answered.Untrusted<Done>(String why) ->
                        new Failure(why, true, Optional.empty());
                case Answered.Invalid<Done>(var findings) ->
                        new Failure(findings.toString(), false, Optional.empty());
                case Answered.NotOffered<Done>(var module, var role) ->
                        new Failure(
                                "the hub offers no %s of %s".formatted(role, module),
                                false,
                                Optional.empty());
                case Answered.Success<Done> success ->
                        throw new IllegalArgumentException("not a failure: " + success);
            };
        }
    }
}
