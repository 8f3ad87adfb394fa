package network.opencharging.protocol.message;

/** What nodes of the second generation say about a party's signature. */
public enum VerificationStatus {
    /** Checked and good. */
    VERIFIED,
    /** Checked and bad. */
    VERIFICATION_FAILED,
    /** There was none. */
    NOT_PRESENTED
}
