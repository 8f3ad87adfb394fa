package network.opencharging.cpo.cdr;

import network.opencharging.cpo.effect.Effect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CDRs, kept for ever as they were written. */
public interface CdrBook {
    /** Keeps one with what is to be done because of it; false when there is one of that id. */
    boolean add(KeptCdr cdr, List<Effect> effects);

    /** The CDR of that id. */
    Optional<KeptCdr> find(String id);

    /** The credit of the CDR of that id. */
    Optional<KeptCdr> creditOf(String id);

    /** Those that fit, newest first. */
    List<KeptCdr> list(Wish wish);

    /** How many fit. */
    long count(Wish wish);

    /**
     * Which ones are wanted.
     *
     * @param emsp for whom; empty: all
     * @param from written then or later
     * @param until written before then
     * @param locations of what was charged at these only; empty: anywhere
     * @param offset how many to pass over
     * @param limit how many at most
     */
    record Wish(
            Optional<String> emsp,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<Set<String>> locations,
            int offset,
            int limit) {}
}
