package network.opencharging.bridge.command;

import network.opencharging.bridge.model.OcpiObject;

import java.time.Instant;
import java.util.List;

/** Remembers commands until their result is on its way. */
public interface CommandBook {

    /** Writes a new command down. */
    void open(PendingCommand command);

    /** Another deadline for a command that still waits; nothing happens to one that does not. */
    void extend(String id, Instant deadline);

    /** Nobody waits for a result: the backoffice has refused. */
    void forget(String id);

    /**
     * The result of a command: it stops waiting and the result starts to be delivered, both or
     * neither. Only the first result counts.
     *
     * @param result a CommandResult or, for charging profiles, the result that fits the request
     * @return whether somebody was waiting for it
     */
    boolean settle(String id, OcpiObject result);

    /** The commands whose deadline is over. */
    List<PendingCommand> overdue(Instant now, int limit);
}
