package network.opencharging.node.message;

/**
 * Fourth stage: it is whole, and signed where it must be.
 *
 * @param addressed the stage before
 * @param vouching what is known of the party's signature
 */
public record Verified(Addressed addressed, Vouching vouching) {
    /** The same way with a message of the node's own making, which it signed or nobody did. */
    public Verified asking(Message other) {
        Authenticated authenticated = addressed.authenticated();
        return new Verified(
                new Addressed(
                        new Authenticated(
                                new Received(
                                        authenticated.received().arrival(),
                                        other,
                                        authenticated.received().trace(),
                                        authenticated.received().space()),
                                authenticated.sender()),
                        addressed.audience()),
                other.signature().isPresent() ? Vouching.SIGNED : Vouching.UNSIGNED);
    }

    /** The message. */
    public Message message() {
        return addressed.message();
    }

    /** Who sends. */
    public Sender sender() {
        return addressed.sender();
    }
}
