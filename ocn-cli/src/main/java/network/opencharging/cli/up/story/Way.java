package network.opencharging.cli.up.story;

import network.opencharging.protocol.party.PartyId;

/**
 * The way of a message: from a party over its node and the other party's node to that party.
 *
 * @param from who sends
 * @param firstNode the sender's node
 * @param lastNode the receiver's node
 * @param to who receives
 */
public record Way(PartyId from, String firstNode, String lastNode, PartyId to) {
    /** The way of a message in the other direction. */
    public Way back() {
        return new Way(to, lastNode, firstNode, from);
    }

    @Override
    public String toString() {
        return from + " → " + firstNode + " → " + lastNode + " → " + to;
    }
}
