package network.opencharging.node.platform;

import network.opencharging.protocol.party.PartyId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All platforms at one moment, indexed for the questions a message asks; never changes. */
final class Snapshot {
    private final Map<PlatformId, Platform> byId;
    private final List<Platform> all;
    private final Map<TokenHash, Platform> byToken = new HashMap<>();
    private final Map<PartyId, List<ConnectedPlatform>> byParty = new HashMap<>();

    Snapshot(Collection<Platform> platforms) {
        Map<PlatformId, Platform> ids = new LinkedHashMap<>();
        platforms.forEach(platform -> ids.put(platform.id(), platform));
        this.byId = ids;
        this.all = List.copyOf(ids.values());
        ids.values().forEach(this::index);
    }

    private void index(Platform platform) {
        switch (platform) {
            case PlannedPlatform planned -> byToken.put(planned.invitation().token(), planned);
            case ConnectedPlatform connected -> {
                byToken.put(connected.inbound().current(), connected);
                connected.inbound().previous().ifPresent(old -> byToken.put(old.hash(), connected));
                connected.roles().stream()
                        .map(PartyRole::party)
                        .distinct()
                        .forEach(party ->
                                byParty.computeIfAbsent(party, _ -> new ArrayList<>())
                                        .add(connected));
            }
        }
    }

    Optional<Platform> byToken(TokenHash token) {
        return Optional.ofNullable(byToken.get(token));
    }

    Optional<Platform> byId(PlatformId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Usually one; a party with several roles may have them on several platforms. */
    List<ConnectedPlatform> byParty(PartyId party) {
        return List.copyOf(byParty.getOrDefault(party, List.of()));
    }

    /** Always the very same list. */
    List<Platform> all() {
        return all;
    }

    Snapshot with(Collection<Platform> changed, Set<PlatformId> gone) {
        Map<PlatformId, Platform> next = new LinkedHashMap<>(byId);
        changed.forEach(platform -> next.put(platform.id(), platform));
        next.keySet().removeAll(gone);
        return new Snapshot(next.values());
    }
}
