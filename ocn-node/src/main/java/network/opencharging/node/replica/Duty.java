package network.opencharging.node.replica;

import java.time.Duration;

/**
 * Work that one process of a node does for all. Whoever does it asks before each round whether it
 * is still the one; when it dies, another takes over as soon as the lease has run out.
 *
 * <p>A process that was stopped in the middle of a round and goes on after it has lost the lease
 * may do some of the work once more: therefore only work that bears it is a duty.
 */
public final class Duty {
    /** After so long without a sign a process has lost its duties. */
    public static final Duration LEASE = Duration.ofSeconds(10);

    private final String name;
    private final Leases leases;
    private final String process;

    /**
     * A duty.
     *
     * @param name what is to be done
     * @param process which process asks
     */
    public Duty(String name, Leases leases, String process) {
        this.name = name;
        this.leases = leases;
        this.process = process;
    }

    /** Whether it is for this process to do it now. */
    public boolean isMine() {
        return leases.hold("duty " + name, process, LEASE);
    }
}
