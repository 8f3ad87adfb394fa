package network.opencharging.cpo.process;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What one process has to itself for a while, by the clock of the database. */
public interface Leases {

    /**
     * Has it from now on for so long, if nobody else does.
     *
     * @return false when somebody else has it
     */
    boolean hold(String name, String process, Duration lasts);

    /** Who has it now. */
    Optional<String> holder(String name);

    /** Who has anything now whose name begins so. */
    Set<String> holders(String beginning);

    /** Gives back all that a process has. */
    void giveBack(String process);
}
