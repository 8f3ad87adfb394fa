package network.opencharging.cpo.ocpp.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commands, kept. */
public interface CommandBook {

    /** Keeps a new one. */
    void add(Command command);

    /** Keeps how it ended. */
    void end(Command command);

    /** The one of that id. */
    Optional<Command> find(String id);

    /** A station's newest, newest first. */
    List<Command> latest(String station, int limit);

    /** Those that were sent and not ended, by processes that are not among these. */
    List<Command> forgotten(Set<String> living);
}
