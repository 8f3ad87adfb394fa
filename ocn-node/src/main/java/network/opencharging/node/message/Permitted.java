package network.opencharging.node.message;

import network.opencharging.protocol.party.PartyId;

import java.util.Optional;

/**
 * Fifth stage: this receiver takes it.
 *
 * @param verified the stage before
 * @param recipient one of the audience
 */
public record Permitted(Verified verified, PartyId recipient) {
    /** The message. */
    public Message message() {
        return verified.message();
    }

    /** Who sends. */
    public Sender sender() {
        return verified.sender();
    }

    /** The trace that it is in. */
    public Optional<Trace> trace() {
        return verified.addressed().authenticated().received().trace();
    }

    /** Memory for its answer. */
    public Space space() {
        return verified.addressed().authenticated().received().space();
    }

    /** Through which door it came in. */
    public Arrival arrival() {
        return verified.addressed().authenticated().received().arrival();
    }
}
