package network.opencharging.node.replica;

import java.time.Duration;

/** Port: what one process may do at a time. Whoever does not renew in time loses it. */
public interface Leases {
    /**
     * Takes or renews.
     *
     * @param name what is to be done
     * @param holder which process wants to
     * @param lasts for how long, by the clock of the database
     * @return whether it is this process that may
     */
    boolean hold(String name, String holder, Duration lasts);

    /** Gives back whatever this process holds. */
    void giveBack(String holder);

    /** How many leases there are whose names begin so. */
    int count(String beginning);

    /** Of a node that is one process: everything is its own, and nothing is written. */
    static Leases alone() {
        return new Leases() {
            @Override
            public boolean hold(String name, String holder, Duration lasts) {
                return true;
            }

            @Override
            public void giveBack(String holder) {
                // Nobody waits for it.
            }

            @Override
            public int count(String beginning) {
                return 1;
            }
        };
    }
}
