package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;

/** A change that the registry logged. */
public sealed interface RegistryEvent {

    /** The operator has this node now. */
    record NodeSet(Operator operator) implements RegistryEvent {}

    /** The operator has no node any more, or none that can be called. */
    record NodeGone(Address operator) implements RegistryEvent {}

    /** The party's listing is this now. */
    record PartyListed(Party party) implements RegistryEvent {}

    /**
     * This is the account's only listing now: one account keeps one in the published registries.
     */
    record AccountListed(Party party) implements RegistryEvent {}

    /** This account no longer holds this pair. */
    record PartyGone(Address account, PartyId id) implements RegistryEvent {}
}
