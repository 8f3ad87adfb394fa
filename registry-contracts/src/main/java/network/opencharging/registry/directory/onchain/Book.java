package network.opencharging.registry.directory.onchain;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.contract.RegistryEvent;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The entries while they are being changed; one thread writes, readers get snapshots. */
final class Book {
    private final Map<Address, Operator> operators = new HashMap<>();
    private final Map<PartyId, Party> parties = new HashMap<>();

    Book(Collection<Operator> operators, Collection<Party> parties) {
        operators.forEach(operator -> this.operators.put(operator.address(), operator));
        parties.forEach(party -> this.parties.put(party.id(), party));
    }

    void apply(RegistryEvent event) {
        switch (event) {
            case RegistryEvent.NodeSet(Operator operator) ->
                    operators.put(operator.address(), operator);
            case RegistryEvent.NodeGone(Address operator) -> operators.remove(operator);
            case RegistryEvent.PartyListed(Party party) -> parties.put(party.id(), party);
            case RegistryEvent.AccountListed(Party party) -> {
                parties.values().removeIf(other -> other.address().equals(party.address()));
                parties.put(party.id(), party);
            }
            case RegistryEvent.PartyGone(Address account, PartyId id) ->
                    parties.computeIfPresent(
                            id, (key, party) -> party.address().equals(account) ? null : party);
        }
    }

    Snapshot snapshot() {
        return Snapshot.of(operators.values(), parties.values());
    }
}
