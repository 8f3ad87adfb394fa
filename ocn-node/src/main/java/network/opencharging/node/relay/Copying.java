package network.opencharging.node.relay;

import network.opencharging.node.message.Message;
import network.opencharging.node.message.Outbound;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Resolved;
import network.opencharging.node.message.Verified;
import network.opencharging.node.step.permit.ApplyRules;
import network.opencharging.node.step.resolve.ResolveRecipient;
import network.opencharging.node.step.rewrite.Readdress;
import network.opencharging.node.step.send.SendOnward;
import network.opencharging.protocol.party.PartyId;

import java.util.Optional;

/**
 * The second half of the way for a copy that nobody waits for: what is answered is nobody's, and a
 * URL for a later result stays as it was, so that who gets the copy cannot answer in the receiver's
 * place.
 */
public final class Copying {
    private final ApplyRules rules;
    private final ResolveRecipient resolve;
    private final Readdress readdress;
    private final SendOnward send;

    /** Copies in these steps. */
    public Copying(
            ApplyRules rules, ResolveRecipient resolve, Readdress readdress, SendOnward send) {
        this.rules = rules;
        this.resolve = resolve;
        this.readdress = readdress;
        this.send = send;
    }

    /** Brings a copy to this party; tells why it did not get there. */
    public Optional<Refusal> copy(Verified verified, PartyId to) {
        try {
            Resolved resolved = resolve.resolve(rules.permit(verified, to));
            Message message = readdress.message(resolved);
            send.send(new Outbound(resolved, message, resolved.destination()));
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.refusal());
        }
    }
}
