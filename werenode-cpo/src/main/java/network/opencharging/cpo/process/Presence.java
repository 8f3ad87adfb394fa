package network.opencharging.cpo.process;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Which processes live: each shows itself again and again. */
public final class Presence {
    private static final String NAME = "process ";

    private final Leases leases;
    private final String own;
    private final Duration lasts;

    /**
     * A process that did not show itself yet.
     *
     * @param own its name, never the same twice
     * @param lasts after so long without a sign of life it is taken for dead
     */
    public Presence(Leases leases, String own, Duration lasts) {
        this.leases = leases;
        this.own = own;
        this.lasts = lasts;
    }

    /** This process. */
    public String own() {
        return own;
    }

    /** Shows that this process lives. */
    public void show() {
        leases.hold(NAME + own, own, lasts);
    }

    /** All that live. */
    public Set<String> living() {
        Set<String> living = new HashSet<>(leases.holders(NAME));
        // Whatever the others think.
        living.add(own);
        return living;
    }

    /** Ends in order: nobody need wait until it is missed. */
    public void leave() {
        leases.giveBack(own);
    }
}
