package network.opencharging.node.rules;

import network.opencharging.node.platform.PlatformId;

import java.util.Map;

/** Port: where the rules of platforms are kept. They end with their platform. */
public interface RuleStore {
    /** The rules of every platform that has set some. */
    Map<PlatformId, PartyRules> load();

    /** Writes the rules of one platform in place of those before. */
    void save(PlatformId platform, PartyRules rules);
}
