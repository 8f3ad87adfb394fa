package network.opencharging.node.network;

import java.util.List;

/** Keeps what was found out about other nodes, so that a restart does not forget it. */
public interface PeerStore {

    /** Everything that was kept, one entry for each operator. */
    List<KnownPeer> load();

    /** Keeps this in place of what was known of the same operator. */
    void save(KnownPeer peer);

    /** Keeps nothing. */
    static PeerStore none() {
        return new PeerStore() {
            @Override
            public List<KnownPeer> load() {
                return List.of();
            }

            @Override
            public void save(KnownPeer peer) {}
        };
    }
}
