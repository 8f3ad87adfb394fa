package network.opencharging.protocol.message;

import network.opencharging.protocol.party.PartyId;

import java.util.Optional;

/**
 * The party's headers inside a message from node to node.
 *
 * @param signature the party's OCN signature
 * @param ids the ids of the party's own request
 * @param from the party that sends
 * @param to the party it is for
 * @param status what the sending node thinks of the signature; only nodes of the second generation
 *     since May 2026 write it, and they refuse messages without it, as the others do with it
 */
public record NodeHeaders(
        Optional<String> signature,
        MessageIds ids,
        PartyId from,
        PartyId to,
        Optional<VerificationStatus> status) {

    /** Sender and receiver. */
    public RoutingHeaders routing() {
        return RoutingHeaders.of(from, to);
    }
}
