package network.opencharging.node.message;

/**
 * Fourth stage: it is whole, and signed where it must be.
 *
 * @param addressed the stage before
 * @param vouching what is known of the party's signature
 */
public record Verified(Addressed addressed, Vouching vouching) {
    /** The message. */
    public Message message() {
        return addressed.message();
    }

    /** Who sends. */
    public Sender sender() {
        return addressed.sender();
    }
}
