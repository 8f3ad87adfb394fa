package network.opencharging.node.message;

/**
 * Second stage: it is known who sends.
 *
 * @param received the stage before
 * @param sender who sends
 */
public record Authenticated(Received received, Sender sender) {
    /** The message. */
    public Message message() {
        return received.message();
    }
}
