package network.opencharging.cpo.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who did what, kept; bodies are not, as they hold secrets. */
public interface AuditBook {
    /**
     * Something that was done, or refused.
     *
     * @param who the caller's name; of a refused entry, the name that was tried
     * @param tenant the caller's
     * @param deed method and path
     * @param status of HTTP
     * @param from the caller's address
     */
    record Deed(
            Instant at,
            String who,
            Optional<String> tenant,
            String deed,
            int status,
            String from) {}

    /** Keeps one. */
    void write(Deed deed);

    /**
     * The newest ones.
     *
     * @param tenant whose people's only; empty: all
     */
    List<Deed> latest(Optional<String> tenant, Instant before, int limit);

    /** Forgets older ones. */
    void forget(Instant before);
}
