package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;

import java.util.Optional;
import java.util.Set;

/**
 * What a party offers to do with copies of what others send.
 *
 * @param provider the party's account
 * @param party who it was when it offered
 * @param name for people
 * @param url for people
 * @param permissions what it wants to be sent
 * @param offered whether it is still that party, so that agreements count
 */
public record Offer(
        Address provider,
        Optional<PartyId> party,
        String name,
        String url,
        Set<Permission> permissions,
        boolean offered) {
    /** Keeps the permissions from changing. */
    public Offer {
        permissions = Set.copyOf(permissions);
    }
}
