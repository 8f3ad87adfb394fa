package network.opencharging.node.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Slows down who guesses: after some wrong keys or passwords from one place, or for one name, each
 * further one makes it wait twice as long.
 *
 * <p>In memory and for this process: several processes of a node give a guesser as many times more,
 * which changes nothing about the order of magnitude.
 */
final class Guesses {
    private static final int FREE = 5;
    private static final int MOST_DOUBLINGS = 9;
    private static final int MOST_PLACES = 10_000;

    /** After so long without a wrong guess a place begins anew. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);

    private final Clock clock;
    private final SequencedMap<String, Wrong> wrong = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    Guesses(Clock clock) {
        this.clock = clock;
    }

    private record Wrong(int times, Instant last) {
        Instant open() {
            int beyond = Math.min(times - FREE, MOST_DOUBLINGS);
            return beyond < 0 ? last : last.plusSeconds(1L << beyond);
        }
    }

    /** How long this place has to wait before it may try again; empty when it may at once. */
    Optional<Duration> wait(String place) {
        lock.lock();
        try {
            Instant now = clock.instant();
            return Optional.ofNullable(wrong.get(place))
                    .map(Wrong::open)
                    .filter(now::isBefore)
                    .map(open -> Duration.between(now, open));
        } finally {
            lock.unlock();
        }
    }

    /** A wrong guess came from there. */
    void wrong(String place) {
        lock.lock();
        try {
            Instant now = clock.instant();
            Wrong before = wrong.remove(place);
            wrong.putLast(
                    place,
                    before == null || now.isAfter(before.last().plus(FORGOTTEN))
                            ? new Wrong(1, now)
                            : new Wrong(before.times() + 1, now));
            if (wrong.size() > MOST_PLACES) {
                wrong.pollFirstEntry();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A right one came from there: whoever has it need not guess. */
    void right(String place) {
        lock.lock();
        try {
            wrong.remove(place);
        } finally {
            lock.unlock();
        }
    }
}
