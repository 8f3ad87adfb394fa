package network.opencharging.node.clientinfo;

import java.util.List;

/** Port: where sayings of other nodes survive a restart, and reach other processes of this node. */
public interface SayingStore {
    /**
     * Sayings, and how far they go.
     *
     * @param sayings the newest of each party and role
     * @param number of the newest write that is among them
     */
    record Later(List<Saying> sayings, long number) {}

    /** What was kept after the write of this number; after -1 everything. */
    Later later(long than);

    /** Keeps a saying in place of the one about the same party and role. */
    void keep(Saying saying);

    /** Nothing survives. */
    static SayingStore none() {
        return new SayingStore() {
            @Override
            public Later later(long than) {
                return new Later(List.of(), than);
            }

            @Override
            public void keep(Saying saying) {
                // Nowhere to keep it.
            }
        };
    }
}
