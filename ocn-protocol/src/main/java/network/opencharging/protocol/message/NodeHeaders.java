package network.opencharging.protocol.message;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.SpelledParty;

import java.util.Optional;

/**
 * The party's headers inside a message from node to node.
 *
 * @param signature the party's OCN signature
 * @param ids the ids of the party's own request
 * @param from the party that sends, as it spells itself
 * @param to the party it is for, as the sender spells it
 * @param status what the sending node thinks of the signature; only nodes of the second generation
 *     since May 2026 write it, and they refuse messages without it, as the others do with it
 */
public record NodeHeaders(
        Optional<String> signature,
        MessageIds ids,
        SpelledParty from,
        SpelledParty to,
        Optional<VerificationStatus> status) {

    /** Headers with both parties in the usual spelling. */
    public NodeHeaders(
            Optional<String> signature,
            MessageIds ids,
            PartyId from,
            PartyId to,
            Optional<VerificationStatus> status) {
        this(signature, ids, SpelledParty.of(from), SpelledParty.of(to), status);
    }

    /** Sender and receiver. */
    public RoutingHeaders routing() {
        return RoutingHeaders.of(from.id(), to.id());
    }

    /** The four headers of OCPI, in the spelling of the sender. */
    public Headers spelledRouting() {
        return Headers.NONE
                .with(HeaderNames.FROM_COUNTRY_CODE, from.countryCode())
                .with(HeaderNames.FROM_PARTY_ID, from.partyId())
                .with(HeaderNames.TO_COUNTRY_CODE, to.countryCode())
                .with(HeaderNames.TO_PARTY_ID, to.partyId());
    }
}
