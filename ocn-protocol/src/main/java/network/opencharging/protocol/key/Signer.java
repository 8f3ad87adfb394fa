package network.opencharging.protocol.key;

/** Something that signs for one address: a key in memory, a key store, or a signer elsewhere. */
public interface Signer {
    /** Whose signatures these are. */
    Address address();

    /** Signs; the same digest always gets the same signature (RFC 6979), with a low s. */
    Signature sign(Digest digest);

    /** Signs as wallets sign a message: with the prefix of {@link Digest#ofPersonalMessage}. */
    default Signature signPersonal(byte[] message) {
        return sign(Digest.ofPersonalMessage(message));
    }
}
