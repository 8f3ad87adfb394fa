package network.opencharging.cpo.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Errands, kept: each is taken once and ended once, whoever dies meanwhile. */
public interface ErrandBook {

    /** Keeps a new one, and tells its process. */
    void ask(Errand errand);

    /** All that a process is asked and did not take yet; they are taken now. */
    List<Errand> take(String process);

    /**
     * Nobody wants it any more.
     *
     * @return false when it was taken already
     */
    boolean withdraw(String id);

    /** It was done, with this outcome; whoever asked is told. */
    void end(Errand errand, String outcome);

    /** The outcomes of those that were done. */
    Map<String, String> outcomes(Set<String> ids);

    /** Who was asked for it, as long as it is kept. */
    Optional<String> askedOf(String id);

    /** Forgets what was asked before. */
    int forget(Instant before);
}
