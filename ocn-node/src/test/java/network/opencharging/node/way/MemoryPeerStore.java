package network.opencharging.node.way;

import network.opencharging.node.network.KnownPeer;
import network.opencharging.node.network.PeerStore;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was found out about nodes, in memory. */
final class MemoryPeerStore implements PeerStore {
    private final List<KnownPeer> kept = new CopyOnWriteArrayList<>();

    @Override
    public List<KnownPeer> load() {
        return List.copyOf(kept);
    }

    @Override
    public void save(KnownPeer peer) {
        kept.add(peer);
    }
}
