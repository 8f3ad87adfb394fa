package network.opencharging.cpo.outbox;

import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.effect.EffectHandler;
import network.opencharging.cpo.effect.Side;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Takes what is stored to its hand: one after the other within a lane, lanes beside each other;
 * again after a second, then ever later up to a few minutes.
 */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int PAGE = 500;
    private static final int LOUD = 5;
    private static final long SLOWEST = 300;
    private static final Duration HOPELESS = Duration.ofDays(3);

    private final EffectBook book;
    private final Map<Class<? extends Effect>, EffectHandler> hands;
    private final Executor threads;
    private final Clock clock;
    private final Predicate<Side> turn;
    private final Set<String> busy = new HashSet<>();

    /**
     * @param hands who carries out what; what nobody carries out is done
     * @param threads on which hands work, many at a time
     * @param turn whether it is this process that carries out what is on that side; what is on a
     *     side of which it is not stays
     */
    public Outbox(
            EffectBook book,
            Map<Class<? extends Effect>, EffectHandler> hands,
            Executor threads,
            Clock clock,
            Predicate<Side> turn) {
        this.book = book;
        this.hands = Map.copyOf(hands);
        this.threads = threads;
        this.clock = clock;
        this.turn = turn;
    }

    /** Looks for what is to be done, and begins it. */
    public void look() {
        for (Side side : Side.values()) {
            if (turn.test(side)) {
                look(side);
            }
        }
    }

    private void look(Side side) {
        Set<String> seen = new HashSet<>();
        for (EffectBook.Due due : book.due(side, clock.instant(), PAGE)) {
            String lane = due.effect().lane();
            if (seen.add(lane) && take(lane)) {
                threads.execute(() -> work(due, lane));
            }
        }
    }

    private synchronized boolean take(String lane) {
        return busy.add(lane);
    }

    private synchronized void free(String lane) {
        busy.remove(lane);
    }

    private void work(EffectBook.Due due, String lane) {
        try {
            // Somebody may have done it between the look and the lane.
            if (book.isThere(due)) {
                carryOut(due);
            }
        } finally {
            free(lane);
        }
        look();
    }

    private void carryOut(EffectBook.Due due) {
        if (!due.effect().isRepeatable()) {
            book.tries(due);
        }
        Instant now = clock.instant();
        switch (result(due)) {
            case EffectHandler.Result.Done() -> book.done(due);
            case EffectHandler.Result.Later(String why) -> {
                if (due.stored().plus(HOPELESS).isBefore(now)) {
                    givenUp(due, why);
                } else {
                    later(due, why, now);
                }
            }
            case EffectHandler.Result.Never(String why) -> givenUp(due, why);
        }
    }

    private void later(EffectBook.Due due, String why, Instant now) {
        if (due.attempts() + 1 == LOUD) {
            LOG.warn("{} went wrong {} times: {}", due.effect().purpose(), LOUD, why);
        }
        long seconds = Math.min(SLOWEST, 1L << Math.min(due.attempts(), 20));
        book.later(due, now.plusSeconds(seconds), why);
    }

    private void givenUp(EffectBook.Due due, String why) {
        LOG.error("{} is given up: {}", due.effect().purpose(), why);
        book.giveUp(due, why);
    }

    private EffectHandler.Result result(EffectBook.Due due) {
        EffectHandler hand = hands.get(due.effect().getClass());
        if (hand == null) {
            return new EffectHandler.Result.Done();
        }
        try {
            return hand.carryOut(due.effect(), due.attempts() + 1);
        } catch (RuntimeException e) {
            // The outermost loop: whatever it was, it is tried again and can be looked at.
            LOG.warn("{} went wrong", due.effect().purpose(), e);
            return new EffectHandler.Result.Later(String.valueOf(e.getMessage()));
        }
    }
}
