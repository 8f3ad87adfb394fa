package network.opencharging.node.observe;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.party.PartyId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which platforms have consented to which observers. Nobody has, until it says so. Questions are
 * answered from memory; a change goes to the store first.
 */
public final class Consents {
    private final Platforms platforms;
    private final ConsentStore store;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Map<PlatformId, Set<String>> given = Map.of();

    /** Nothing is known before {@link #refresh()}. */
    public Consents(Platforms platforms, ConsentStore store) {
        this.platforms = platforms;
        this.store = store;
    }

    /** Reads everything from the store: at start, and when somebody else may have written. */
    public void refresh() {
        writing.lock();
        try {
            given = Map.copyOf(store.load());
        } finally {
            writing.unlock();
        }
    }

    /** What this platform has consented to. */
    public Set<String> of(PlatformId platform) {
        return given.getOrDefault(platform, Set.of());
    }

    /** Gives or takes back a consent. */
    public void set(PlatformId platform, String observer, boolean consents) {
        writing.lock();
        try {
            // Another process may have changed what this one still holds.
            given = Map.copyOf(store.load());
            Set<String> now = new TreeSet<>(of(platform));
            boolean changed = consents ? now.add(observer) : now.remove(observer);
            if (changed) {
                store.save(platform, now);
                Map<PlatformId, Set<String>> next = new HashMap<>(given);
                next.put(platform, Set.copyOf(now));
                given = Map.copyOf(next);
            }
        } finally {
            writing.unlock();
        }
    }

    /**
     * Whether every party of this node among these has consented; parties of other nodes are not
     * asked here, but one of this node must be among them.
     */
    boolean allow(String observer, PartyId one, PartyId other) {
        Optional<Boolean> first = consented(observer, one);
        Optional<Boolean> second = consented(observer, other);
        boolean anybody = first.isPresent() || second.isPresent();
        return anybody && first.orElse(true) && second.orElse(true);
    }

    /** Empty when the party is not at this node. */
    private Optional<Boolean> consented(String observer, PartyId party) {
        List<ConnectedPlatform> here = platforms.byParty(party);
        return here.isEmpty()
                ? Optional.empty()
                : Optional.of(here.stream().allMatch(each -> of(each.id()).contains(observer)));
    }
}
