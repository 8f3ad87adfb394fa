package network.opencharging.node.step.verify;

import network.opencharging.node.network.Network;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.Verification;

import java.util.Optional;

/**
 * Who may have signed: first the party itself or its operator, and then, for each change on the
 * way, only an operator of the two parties. Signatures of strangers are well formed too.
 */
final class Signatories {
    private final Network network;

    Signatories(Network network) {
        this.network = network;
    }

    /**
     * Why the signatures are not those of the right people; empty when they are.
     *
     * @param author the party whose message it is
     * @param other the party at the other end
     */
    Optional<String> objection(Verification.Valid valid, PartyId author, PartyId other) {
        if (!network.vouchersFor(author).contains(valid.originator())) {
            return Optional.of(
                    "%s may not sign for %s: neither the party nor its operator has that address in"
                                    .formatted(valid.originator(), author)
                            + " the registry.");
        }
        return valid.signatories().stream()
                .filter(address -> !mayCarry(address, author, other))
                .findFirst()
                .map(
                        "%s may not change the message: it is no operator of the two parties."
                                ::formatted);
    }

    private boolean mayCarry(Address address, PartyId author, PartyId other) {
        return network.vouchersFor(author).contains(address)
                || network.carriersOf(other).contains(address);
    }
}
