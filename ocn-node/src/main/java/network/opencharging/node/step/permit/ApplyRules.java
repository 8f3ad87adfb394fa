package network.opencharging.node.step.permit;

import network.opencharging.node.message.Permitted;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Verified;
import network.opencharging.node.message.Vouching;
import network.opencharging.node.rules.RuleBook;
import network.opencharging.protocol.party.PartyId;

/** The receiver's rules decide who reaches it. */
public final class ApplyRules {
    private final RuleBook rules;

    /** Asks this rule book. */
    public ApplyRules(RuleBook rules) {
        this.rules = rules;
    }

    /**
     * Lets a message through to one of its audience.
     *
     * @throws Refused when that party does not want it
     */
    public Permitted permit(Verified verified, PartyId recipient) {
        PartyId sender = verified.sender().party();
        rules.objection(sender, recipient, verified.message().target().module())
                .ifPresent(why -> {
                    throw new Refused(new Refusal.NotAllowed(recipient, why));
                });
        if (verified.vouching() == Vouching.UNSIGNED && rules.demandsSignature(recipient)) {
            throw new Refused(new Refusal.SignatureMissing(recipient.toString()));
        }
        return new Permitted(verified, recipient);
    }
}
