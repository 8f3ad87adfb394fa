package network.opencharging.node.rules;

import network.opencharging.protocol.party.PartyId;

import java.util.ArrayList;
import java.util.List;

/**
 * What a platform has set for what reaches its parties. One list is active at most, because there
 * is only one.
 *
 * @param signatures whether it takes only what is signed
 * @param kind which list it is
 * @param entries who stands on it; none where no list is active
 */
public record PartyRules(boolean signatures, Kind kind, List<RuleEntry> entries) {
    /** Everybody may send everything, signed or not. */
    public static final PartyRules NONE = new PartyRules(false, Kind.OPEN, List.of());

    /** What the list means. */
    public enum Kind {
        /** There is no list. */
        OPEN,
        /** Only who stands on it (the published whitelist). */
        ONLY,
        /** Not who stands on it (the published blacklist). */
        NOT
    }

    /** Takes its own copy. */
    public PartyRules {
        entries = List.copyOf(entries);
        if (kind == Kind.OPEN && !entries.isEmpty()) {
            throw new IllegalArgumentException("without list there are no entries");
        }
    }

    /** The demand for signatures, switched over. */
    public RuleChange toggled() {
        return new RuleChange.Changed(new PartyRules(!signatures, kind, entries));
    }

    /** Nobody at all. */
    public RuleChange blocked() {
        return kind == Kind.NOT
                ? conflict(Kind.ONLY)
                : new RuleChange.Changed(new PartyRules(signatures, Kind.ONLY, List.of()));
    }

    /** Another list in place of the one there is; an empty one ends it. */
    public RuleChange replaced(Kind wanted, List<RuleEntry> others) {
        if (isOther(wanted)) {
            return conflict(wanted);
        }
        long parties = others.stream().map(RuleEntry::party).distinct().count();
        if (parties < others.size()) {
            return new RuleChange.Invalid("A party must not stand on the list twice.");
        }
        return new RuleChange.Changed(
                new PartyRules(signatures, others.isEmpty() ? Kind.OPEN : wanted, others));
    }

    /** One more on the list, which begins with it where there was none. */
    public RuleChange added(Kind wanted, RuleEntry entry) {
        if (isOther(wanted)) {
            return conflict(wanted);
        }
        if (entries.stream().anyMatch(known -> known.party().equals(entry.party()))) {
            return new RuleChange.Invalid(entry.party() + " is on the list already.");
        }
        List<RuleEntry> more = new ArrayList<>(entries);
        more.add(entry);
        return new RuleChange.Changed(new PartyRules(signatures, wanted, more));
    }

    /** One less on the list, which ends with its last entry. */
    public RuleChange removed(Kind wanted, PartyId party) {
        if (kind != wanted) {
            return new RuleChange.Conflict("The " + name(wanted) + " is not active.");
        }
        List<RuleEntry> left =
                entries.stream().filter(entry -> !entry.party().equals(party)).toList();
        return new RuleChange.Changed(
                new PartyRules(signatures, left.isEmpty() ? Kind.OPEN : wanted, left));
    }

    private boolean isOther(Kind wanted) {
        return kind != Kind.OPEN && kind != wanted;
    }

    private RuleChange conflict(Kind wanted) {
        return new RuleChange.Conflict(
                "The %s cannot be set while the %s is active: empty that one first."
                        .formatted(name(wanted), name(kind)));
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case OPEN -> "open list";
            case ONLY -> "whitelist";
            case NOT -> "blacklist";
        };
    }
}
