package network.opencharging.bridge.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers what own parties have asked partners for until its end was told, and a while longer.
 */
public interface GivenBook {

    /** Writes a command down, before the partner hears of it. */
    void open(GivenCommand command);

    /** Another deadline for a command that has not ended. */
    void extend(String id, Instant deadline);

    /** Nobody waits for a result: the partner has refused at once. */
    void forget(String id);

    /** The command under that id, also when it has ended. */
    Optional<GivenCommand> find(String id);

    /**
     * Ends a command, once.
     *
     * @param telling done only when the command had not ended yet; what it writes to the same
     *     database is written together with the end, both or neither
     * @return whether it had not ended yet
     */
    boolean end(String id, Runnable telling);

    /** The commands that have not ended and whose deadline is over. */
    List<GivenCommand> overdue(Instant now, int limit);

    /** Forgets what has ended and whose deadline was before that. */
    int forgetEnded(Instant before);
}
