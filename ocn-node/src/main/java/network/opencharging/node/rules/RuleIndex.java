package network.opencharging.node.rules;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a platform has set, made for being asked with every message: however long its list is, one
 * look tells whether a sender stands on it.
 *
 * @param rules what it has set
 * @param listed the modules for which each party stands on its list
 */
record RuleIndex(PartyRules rules, Map<PartyId, Set<ModuleId>> listed) {
    /** Nothing is set. */
    static final RuleIndex NONE = of(PartyRules.NONE);

    /**
     * Takes its own copy: a {@link HashMap}, because ids of parties are alike, and the JDK's
     * immutable maps look at thousands of neighbours for one of 100,000 of them.
     */
    RuleIndex {
        listed = Collections.unmodifiableMap(new HashMap<>(listed));
    }

    static RuleIndex of(PartyRules rules) {
        Map<PartyId, Set<ModuleId>> listed = new HashMap<>();
        rules.entries().forEach(entry -> listed.put(entry.party(), entry.modules()));
        return new RuleIndex(rules, listed);
    }

    /** Why this sender may not send about this module; empty when it may. */
    Optional<String> objection(PartyId sender, ModuleId module) {
        boolean covered = listed.getOrDefault(sender, Set.of()).contains(module);
        return switch (rules.kind()) {
            case OPEN -> Optional.empty();
            case ONLY ->
                    covered
                            ? Optional.empty()
                            : Optional.of(
                                    "%s is not on its whitelist for module %s"
                                            .formatted(sender, module));
            case NOT ->
                    covered
                            ? Optional.of(
                                    "%s is on its blacklist for module %s"
                                            .formatted(sender, module))
                            : Optional.empty();
        };
    }

    /** Whether anything of that party may come at all. */
    boolean knows(PartyId other) {
        return switch (rules.kind()) {
            case OPEN -> true;
            case ONLY -> listed.containsKey(other);
            case NOT -> !listed.containsKey(other);
        };
    }
}
