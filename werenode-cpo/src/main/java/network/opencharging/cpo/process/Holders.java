package network.opencharging.cpo.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which process holds the connection of which device. */
public interface Holders {

    /**
     * A connection.
     *
     * @param id of the connection, never the same twice
     * @param protocol that is spoken on it
     */
    record Held(String device, String process, String id, String protocol) {}

    /** A device connected here; returns at once, others see it a moment later. */
    void arrived(Held held);

    /** That connection ended; returns at once. One that took its place stays. */
    void left(Held held);

    /** Who holds it, dead or alive. */
    Optional<Held> find(String device);

    /** Who holds these, dead or alive; asked for at once. */
    List<Held> find(Collection<String> devices);

    /** All that a process holds, by device. */
    Map<String, Held> of(String process);

    /** All. */
    List<Held> all();

    /**
     * Takes the devices from processes that are not among these.
     *
     * @return the devices that nobody holds any more, each to one caller only
     */
    List<String> bury(Set<String> living);

    /** Without other processes nobody asks. */
    static Holders none() {
        return new NoHolders();
    }
}
