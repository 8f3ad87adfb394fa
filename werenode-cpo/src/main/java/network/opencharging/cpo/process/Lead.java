package network.opencharging.cpo.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What exactly one process does at a time. It ends here before another can begin: a process that
 * stood still for too long knows by its own clock that it has lost its turn, whatever it was about
 * to do.
 */
public final class Lead {
    private final String name;
    private final Leases leases;
    private final String own;
    private final Duration lasts;
    private final Clock clock;
    private volatile Instant until = Instant.MIN;

    /**
     * Nobody's turn yet.
     *
     * @param name of what is done
     * @param lasts so long after its last sign of life another takes the turn of a dead process
     */
    public Lead(String name, Leases leases, String own, Duration lasts, Clock clock) {
        this.name = name;
        this.leases = leases;
        this.own = own;
        this.lasts = lasts;
        this.clock = clock;
    }

    /** Whether it is this process' turn, for as long as this answer takes to be acted upon. */
    public boolean isOurs() {
        return clock.instant().isBefore(until);
    }

    /** Takes the turn, or keeps it; false when it is another's. */
    public boolean take() {
        Instant before = clock.instant();
        boolean ours = leases.hold(name, own, lasts);
        // A fifth less than the others wait: so that what is on its way arrives before theirs.
        until = ours ? before.plus(lasts.multipliedBy(4).dividedBy(5)) : Instant.MIN;
        return ours;
    }

    /** Whose turn it is. */
    public Optional<String> whose() {
        return leases.holder(name);
    }
}
