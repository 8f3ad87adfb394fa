package network.opencharging.node.message;

import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.MessageIds;

import java.util.Optional;

/**
 * An OCPI request of a functional module, as it travels from party to party.
 *
 * @param target what is asked for
 * @param ids its ids
 * @param routing from whom and for whom
 * @param signature the text of {@code OCN-Signature}, when the party signed
 * @param body the body, {@link Body#EMPTY} when there is none
 */
public record Message(
        Target target, MessageIds ids, Routing routing, Optional<String> signature, Body body) {

    /** The same asking for something else. */
    public Message with(Target other) {
        return new Message(other, ids, routing, signature, body);
    }

    /** The same with another body. */
    public Message with(Body other) {
        return new Message(target, ids, routing, signature, other);
    }

    /** The same from or for somebody else. */
    public Message with(Routing other) {
        return new Message(target, ids, other, signature, body);
    }

    /** The same without the party's signature. */
    public Message unsigned() {
        return new Message(target, ids, routing, Optional.empty(), body);
    }

    /** The same with another signature. */
    public Message signed(String text) {
        return new Message(target, ids, routing, Optional.of(text), body);
    }
}
