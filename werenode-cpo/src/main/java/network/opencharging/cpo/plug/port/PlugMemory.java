package network.opencharging.cpo.plug.port;

import java.time.Instant;
import java.util.Optional;

/** What must be known of plugs after a restart of the backend. */
public interface PlugMemory {

    /** What was kept of a plug. */
    Optional<Kept> recall(String plug);

    /** Keeps it, instead of what was kept before. */
    void keep(String plug, Kept kept);

    /**
     * What is kept.
     *
     * @param counter empty when the plug never told of its register
     * @param charge empty when nobody charges
     */
    record Kept(Optional<KeptCounter> counter, Optional<KeptCharge> charge) {}

    /**
     * A counter.
     *
     * @param offset what to add to the register, in watt-hours; negative after an impossible jump
     * @param last the register, in watt-hours
     * @param at when it showed that
     */
    record KeptCounter(long offset, long last, Instant at) {}

    /**
     * Somebody who charges.
     *
     * @param ending it was ordered to end
     */
    record KeptCharge(String session, String token, boolean ending) {}
}
