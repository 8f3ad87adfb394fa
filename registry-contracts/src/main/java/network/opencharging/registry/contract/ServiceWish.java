package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;

import java.util.Set;

/** What its author wants, in both forms. */
public sealed interface ServiceWish {
    /** Offers a service. */
    record MakeOffer(String name, String url, Set<Permission> permissions) implements ServiceWish {}

    /** Offers none any more. */
    record EndOffer() implements ServiceWish {}

    /** Agrees. */
    record CreateAgreement(Address provider, Set<Permission> permissions) implements ServiceWish {}

    /** Agrees no longer. */
    record RevokeAgreement(Address provider) implements ServiceWish {}
}
