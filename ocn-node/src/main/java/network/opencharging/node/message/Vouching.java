package network.opencharging.node.message;

import network.opencharging.protocol.message.VerificationStatus;

/** What is known of the party's own signature. */
public enum Vouching {
    /** There is none, and nobody demands one. */
    UNSIGNED(VerificationStatus.NOT_PRESENTED),
    /** It covers the whole message, and its signatory may sign for the party. */
    SIGNED(VerificationStatus.VERIFIED);

    private final VerificationStatus status;

    Vouching(VerificationStatus status) {
        this.status = status;
    }

    /** The word for it, as nodes of the second generation tell it to their platforms. */
    public VerificationStatus status() {
        return status;
    }
}
