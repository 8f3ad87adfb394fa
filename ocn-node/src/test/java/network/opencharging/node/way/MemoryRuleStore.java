package network.opencharging.node.way;

import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.rules.PartyRules;
import network.opencharging.node.rules.RuleStore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Rules that nothing survives. */
final class MemoryRuleStore implements RuleStore {
    private final Map<PlatformId, PartyRules> rules = new ConcurrentHashMap<>();

    @Override
    public Map<PlatformId, PartyRules> load() {
        return Map.copyOf(rules);
    }

    @Override
    public void save(PlatformId platform, PartyRules changed) {
        rules.put(platform, changed);
    }
}
