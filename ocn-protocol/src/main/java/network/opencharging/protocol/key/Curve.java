package network.opencharging.protocol.key;

import java.math.BigInteger;
import java.util.Optional;

/** The arithmetic of secp256k1: two implementations, which a test holds to the same results. */
public sealed interface Curve permits BouncyCurve, NativeCurve {
    /** The fastest that runs here: the native library, or pure Java where there is none. */
    static Curve fastest() {
        return Fastest.CURVE;
    }

    /** The curve in pure Java, by Bouncy Castle. */
    static Curve pureJava() {
        return BouncyCurve.INSTANCE;
    }

    /** Signs by RFC 6979 with SHA-256 and answers the signature with the low s. */
    Signature sign(BigInteger secret, Digest digest);

    /** The address that signed; empty when the signature fits no key at all. Never throws. */
    default Optional<Address> recover(Digest digest, Signature signature) {
        return recoverKey(digest, signature).map(Address::ofPublicKey);
    }

    /** Whether it was this address that signed; tells no more, and costs less. Never throws. */
    default boolean isBy(Address signer, Digest digest, Signature signature) {
        return recoverKey(digest, signature).filter(signer::isOfPublicKey).isPresent();
    }

    /** The 64 bytes x and y of the key that signed; empty when the signature fits none. */
    Optional<byte[]> recoverKey(Digest digest, Signature signature);

    /** The address of a secret. */
    Address addressOf(BigInteger secret);
}
