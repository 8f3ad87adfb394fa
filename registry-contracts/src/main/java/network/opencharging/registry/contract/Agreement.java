package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;

import java.util.Set;

/**
 * A party lets a service have copies.
 *
 * @param user the party's account
 * @param provider the service's account
 * @param permissions what was agreed to
 * @param live whether it counts: it rests while the service asks for more, or either is no longer
 *     who it was
 */
public record Agreement(Address user, Address provider, Set<Permission> permissions, boolean live) {
    /** Keeps the permissions from changing. */
    public Agreement {
        permissions = Set.copyOf(permissions);
    }
}
