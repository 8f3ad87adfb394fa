package network.opencharging.node.message;

import network.opencharging.protocol.party.PartyId;

/** Whom a message is for. */
public sealed interface Audience {
    /**
     * One party.
     *
     * @param party named by {@code OCPI-to-*}
     */
    record One(PartyId party) implements Audience {}
}
