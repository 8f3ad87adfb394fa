package network.opencharging.node.rules;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules that platforms of this node have set (module {@code ocnrules} of the published nodes).
 * Questions are answered from memory; a change goes to the store first.
 */
public final class OcnRules implements RuleBook {
    private final Platforms platforms;
    private final RuleStore store;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Map<PlatformId, RuleIndex> rules = Map.of();

    /** Nothing is known before {@link #refresh()}. */
    public OcnRules(Platforms platforms, RuleStore store) {
        this.platforms = platforms;
        this.store = store;
    }

    /** Reads everything from the store: at start, and when somebody else may have written. */
    public void refresh() {
        writing.lock();
        try {
            rules = indexed(store.load());
        } finally {
            writing.unlock();
        }
    }

    /** What this platform has set. */
    public PartyRules of(PlatformId platform) {
        return index(platform).rules();
    }

    private RuleIndex index(PlatformId platform) {
        return rules.getOrDefault(platform, RuleIndex.NONE);
    }

    private static Map<PlatformId, RuleIndex> indexed(Map<PlatformId, PartyRules> all) {
        return all.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, each -> RuleIndex.of(each.getValue())));
    }

    /** Changes what a platform has set. */
    public RuleChange change(PlatformId platform, Function<PartyRules, RuleChange> how) {
        writing.lock();
        try {
            // Another process may have changed what this one still holds.
            rules = indexed(store.load());
            RuleChange change = how.apply(of(platform));
            if (change instanceof RuleChange.Changed(PartyRules now)) {
                store.save(platform, now);
                Map<PlatformId, RuleIndex> next = new HashMap<>(rules);
                next.put(platform, RuleIndex.of(now));
                rules = Map.copyOf(next);
            }
            return change;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Optional<String> objection(PartyId sender, PartyId receiver, ModuleId module) {
        return rulesOf(receiver)
                .flatMap(each -> each.objection(sender, module).stream())
                .findFirst();
    }

    @Override
    public boolean demandsSignature(PartyId party) {
        return rulesOf(party).anyMatch(each -> each.rules().signatures());
    }

    @Override
    public boolean mayMeet(PartyId one, PartyId other) {
        return rules.isEmpty()
                || (rulesOf(one).allMatch(each -> each.knows(other))
                        && rulesOf(other).allMatch(each -> each.knows(one)));
    }

    private Stream<RuleIndex> rulesOf(PartyId party) {
        return rules.isEmpty()
                ? Stream.empty()
                : platforms.byParty(party).stream().map(ConnectedPlatform::id).map(this::index);
    }
}
