package network.opencharging.node.message;

/**
 * Sixth stage: it is known where the receiver is.
 *
 * @param permitted the stage before
 * @param destination where the receiver is
 */
public record Resolved(Permitted permitted, Destination destination) {
    /** The message. */
    public Message message() {
        return permitted.message();
    }
}
