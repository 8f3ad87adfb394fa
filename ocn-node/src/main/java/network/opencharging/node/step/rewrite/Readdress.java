package network.opencharging.node.step.rewrite;

import network.opencharging.node.message.Audience;
import network.opencharging.node.message.Destination;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Resolved;
import network.opencharging.node.message.Routing;
import network.opencharging.node.network.HubParty;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.RewrittenPaths;

/**
 * Names the receiver in a message that named the hub or nobody (OCPI 2.2.1 §4.1.7). What is pushed
 * to everybody comes from the hub then; but a signed message stays that of its author, who would
 * not be believed otherwise, and so does one for another node, which asks the directory whose node
 * may send it.
 */
public final class Readdress {
    private final HubParty hub;
    private final NodeStamp stamp;

    /** Speaks for this hub. */
    public Readdress(HubParty hub, NodeStamp stamp) {
        this.hub = hub;
        this.stamp = stamp;
    }

    /** The message as its recipient gets it. */
    public Message message(Resolved resolved) {
        Message message = resolved.message();
        PartyId recipient = resolved.permitted().recipient();
        Routing before = message.routing();
        if (names(before, recipient)) {
            return message;
        }
        boolean fromHub =
                resolved.permitted().verified().addressed().audience() instanceof Audience.Everyone
                        && message.signature().isEmpty()
                        && resolved.destination() instanceof Destination.LocalPlatform;
        Routing after = before.to(recipient);
        Message changed = message.with(fromHub ? after.from(hub.id()) : after);
        return message.signature().isEmpty()
                ? changed
                : stamp.renew(message, changed, originals(before));
    }

    private static boolean names(Routing routing, PartyId recipient) {
        return PartyId.of(
                        routing.headers().get(HeaderNames.TO_COUNTRY_CODE).orElse(""),
                        routing.headers().get(HeaderNames.TO_PARTY_ID).orElse(""))
                .filter(recipient::equals)
                .isPresent();
    }

    private static Json.Obj originals(Routing before) {
        return Json.Obj.EMPTY
                .with(
                        RewrittenPaths.TO_COUNTRY_CODE,
                        before.headers().get(HeaderNames.TO_COUNTRY_CODE).orElse(""))
                .with(
                        RewrittenPaths.TO_PARTY_ID,
                        before.headers().get(HeaderNames.TO_PARTY_ID).orElse(""));
    }
}
