package network.opencharging.node.message;

/**
 * Third stage: it is known whom it is for.
 *
 * @param authenticated the stage before
 * @param audience whom it is for
 */
public record Addressed(Authenticated authenticated, Audience audience) {
    /** The message. */
    public Message message() {
        return authenticated.message();
    }

    /** Who sends. */
    public Sender sender() {
        return authenticated.sender();
    }
}
