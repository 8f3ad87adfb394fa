package network.opencharging.node.rules;

/** What became of a change of rules. */
public sealed interface RuleChange {
    /**
     * It holds.
     *
     * @param rules how they are now
     */
    record Changed(PartyRules rules) implements RuleChange {}

    /**
     * The other list is active, or the one that was named is not.
     *
     * @param sentence what to do
     */
    record Conflict(String sentence) implements RuleChange {}

    /**
     * The entry cannot be.
     *
     * @param sentence what is wrong with it
     */
    record Invalid(String sentence) implements RuleChange {}
}
