package network.opencharging.adapter211.way;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose the objects are that a platform has been told of: 2.1.1 has no owner in them, and a command
 * names only the location or the session. Kept in memory, the longest unused forgotten first.
 */
final class Owners {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, PartyId> known;

    Owners(int most) {
        this.known =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Key, PartyId> eldest) {
                        return size() > most;
                    }
                };
    }

    /** An object that a party was told of. */
    private record Key(PartyId told, ModuleId module, String id) {}

    void note(PartyId told, ModuleId module, String id, PartyId owner) {
        lock.lock();
        try {
            known.put(new Key(told, module, id), owner);
        } finally {
            lock.unlock();
        }
    }

    Optional<PartyId> of(PartyId told, ModuleId module, String id) {
        lock.lock();
        try {
            return Optional.ofNullable(known.get(new Key(told, module, id)));
        } finally {
            lock.unlock();
        }
    }
}
