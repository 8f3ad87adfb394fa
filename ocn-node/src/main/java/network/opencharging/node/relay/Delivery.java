package network.opencharging.node.relay;

import network.opencharging.node.message.Answer;
import network.opencharging.node.message.CheckedAnswer;
import network.opencharging.node.message.Outbound;
import network.opencharging.node.message.Permitted;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Resolved;
import network.opencharging.node.message.Verified;
import network.opencharging.node.step.permit.ApplyRules;
import network.opencharging.node.step.resolve.ResolveRecipient;
import network.opencharging.node.step.rewrite.RestoreAnswer;
import network.opencharging.node.step.rewrite.RewriteLinks;
import network.opencharging.node.step.send.SendOnward;
import network.opencharging.node.step.verify.VerifyAnswer;
import network.opencharging.protocol.party.PartyId;

/** The second half of the way, once per recipient. */
public final class Delivery {
    private final ApplyRules rules;
    private final ResolveRecipient resolve;
    private final RewriteLinks rewrite;
    private final SendOnward send;
    private final VerifyAnswer verify;
    private final RestoreAnswer restore;

    /** Delivers in these steps. */
    public Delivery(
            ApplyRules rules,
            ResolveRecipient resolve,
            RewriteLinks rewrite,
            SendOnward send,
            VerifyAnswer verify,
            RestoreAnswer restore) {
        this.rules = rules;
        this.resolve = resolve;
        this.rewrite = rewrite;
        this.send = send;
        this.verify = verify;
        this.restore = restore;
    }

    /** Brings the message to one recipient and its answer back. */
    Reply deliver(Verified verified, PartyId recipient, Trail trail) {
        trail.deliveryBegins();
        Permitted permitted = trail.note(rules.permit(verified, recipient));
        Resolved resolved = trail.note(resolve.resolve(permitted));
        Outbound outbound = trail.note(rewrite.rewrite(resolved));
        Answer answer = trail.note(send.send(outbound));
        CheckedAnswer checked = trail.note(verify.verify(answer));
        return trail.note(restore.restore(checked));
    }
}
