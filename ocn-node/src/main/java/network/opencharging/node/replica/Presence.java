package network.opencharging.node.replica;

import java.time.Duration;

/** Shows the other processes that this one runs, and counts them. */
public final class Presence {
    private static final String NAME = "process ";
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final Leases leases;
    private final String process;
    private volatile int running = 1;

    /**
     * Presence of a process.
     *
     * @param process its id, which no other has
     */
    public Presence(Leases leases, String process) {
        this.leases = leases;
        this.process = process;
    }

    /** Shows itself, and looks who else is there. */
    public void show() {
        leases.hold(NAME + process, process, LEASE);
        running = Math.max(1, leases.count(NAME));
    }

    /** The id of this process. */
    public String process() {
        return process;
    }

    /** How many processes of this node are running, this one included. */
    public int running() {
        return running;
    }

    /** This process ends: its duties are free at once. */
    public void leave() {
        leases.giveBack(process);
    }
}
