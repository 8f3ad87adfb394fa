package network.opencharging.node.platform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store that forgets: for tests of everything but storing. Same rules as the real ones. */
public final class MemoryPlatformStore implements PlatformStore {
    private final Map<PlatformId, Platform> stored = new LinkedHashMap<>();
    private final List<PlatformId> writes = new ArrayList<>();

    @Override
    public synchronized Later later(long than) {
        Set<PlatformId> written = new LinkedHashSet<>();
        Set<PlatformId> gone = new HashSet<>();
        writes.subList((int) (than + 1), writes.size())
                .forEach(id -> (stored.containsKey(id) ? written : gone).add(id));
        return new Later(written.stream().map(stored::get).toList(), gone, writes.size() - 1L);
    }

    @Override
    public synchronized long newest() {
        return writes.size() - 1L;
    }

    @Override
    public synchronized Written save(Platform platform) {
        if (isOutdated(platform)) {
            return new Written.Outdated(platform.id());
        }
        Optional<PartyRole> taken = taken(platform);
        if (taken.isPresent()) {
            return new Written.RoleTaken(taken.get());
        }
        Platform next = platform.with(platform.revision().next());
        stored.put(next.id(), next);
        writes.add(next.id());
        return new Written.Stored(next);
    }

    @Override
    public synchronized Written remove(Platform platform) {
        if (isOutdated(platform)) {
            return new Written.Outdated(platform.id());
        }
        stored.remove(platform.id());
        writes.add(platform.id());
        return new Written.Stored(platform);
    }

    private boolean isOutdated(Platform platform) {
        Platform current = stored.get(platform.id());
        return platform.revision().number() != (current == null ? 0 : current.revision().number());
    }

    private Optional<PartyRole> taken(Platform platform) {
        return rolesOf(platform).stream()
                .filter(role ->
                        stored.values().stream()
                                .filter(other -> !other.id().equals(platform.id()))
                                .flatMap(other -> rolesOf(other).stream())
                                .anyMatch(role::sameAs))
                .findFirst();
    }

    private static List<PartyRole> rolesOf(Platform platform) {
        return platform instanceof ConnectedPlatform connected ? connected.roles() : List.of();
    }
}
