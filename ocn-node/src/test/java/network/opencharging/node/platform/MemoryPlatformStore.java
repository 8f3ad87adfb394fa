package network.opencharging.node.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that forgets: for tests of everything but storing. Same rules as the real ones. */
public final class MemoryPlatformStore implements PlatformStore {
    private final Map<PlatformId, Platform> stored = new LinkedHashMap<>();

    @Override
    public synchronized List<Platform> load() {
        return new ArrayList<>(stored.values());
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
        return new Written.Stored(next);
    }

    @Override
    public synchronized Written remove(Platform platform) {
        if (isOutdated(platform)) {
            return new Written.Outdated(platform.id());
        }
        stored.remove(platform.id());
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
