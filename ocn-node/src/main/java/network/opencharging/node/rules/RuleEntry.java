package network.opencharging.node.rules;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.util.Set;

/**
 * One party on a list, and the modules it is there for.
 *
 * @param party the party, whatever its spelling
 * @param modules never empty
 */
public record RuleEntry(PartyId party, Set<ModuleId> modules) {
    /** Takes its own copy. */
    public RuleEntry {
        modules = Set.copyOf(modules);
        if (modules.isEmpty()) {
            throw new IllegalArgumentException("modules must name at least one module");
        }
    }
}
