package network.opencharging.cpo.outbox;

import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.effect.Side;

import java.time.Instant;
import java.util.List;

/** Effects that are stored and not done yet. */
public interface EffectBook {
    /** Those whose time has come, oldest first; what was given up is not among them. */
    List<Due> due(Side side, Instant now, int limit);

    /** Whether it is still to be done, and nobody tried it since it was read. */
    boolean isThere(Due due);

    /** Somebody tries it now: one attempt more, kept before anything is done. */
    void tries(Due due);

    /** It is done, unless it was wanted once more meanwhile: then it stays. */
    void done(Due due);

    /** It went wrong and is tried again then. */
    void later(Due due, Instant when, String trouble);

    /** It went wrong and nobody tries it any more unless the operator wants so. */
    void giveUp(Due due, String trouble);

    /** Those that went wrong, or were given up, oldest first. */
    List<Due> troubled(int limit);

    /** What was given up is tried again; false when it is not there. */
    boolean again(String purpose, Instant now);

    /**
     * One of them.
     *
     * @param generation counts how often it was wanted
     * @param attempts how often it was tried before
     * @param trouble what went wrong last; empty: nothing yet
     */
    record Due(
            Effect effect,
            long generation,
            int attempts,
            Instant stored,
            Instant when,
            boolean givenUp,
            String trouble) {}
}
