package network.opencharging.protocol.key;

import fr.acinq.secp256k1.Secp256k1;
import fr.acinq.secp256k1.Secp256k1Exception;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** secp256k1 by Bitcoin's own C library, libsecp256k1. */
final class NativeCurve implements Curve {
    private final Secp256k1 library;

    private NativeCurve(Secp256k1 library) {
        this.library = library;
    }

    /** The library, where it exists for this system and may be loaded. */
    static Optional<Curve> load() {
        try {
            return Optional.of(new NativeCurve(Secp256k1.get()));
        } catch (IllegalStateException | LinkageError e) {
            // No build of it for this system, or no folder to unpack it in: pure Java does the
            // same.
            return Optional.empty();
        }
    }

    /** The library signs by RFC 6979 with SHA-256 and answers the low s, but not the parity. */
    @Override
    public Signature sign(BigInteger secret, Digest digest) {
        byte[] pair = library.sign(digest.bytes(), Signature.fixed(secret));
        BigInteger r = new BigInteger(1, Arrays.copyOfRange(pair, 0, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(pair, 32, 64));
        Address expected = addressOf(secret);
        Signature even = new Signature(r, s, 0);
        return recover(digest, even).filter(expected::equals).isPresent()
                ? even
                : new Signature(r, s, 1);
    }

    @Override
    public Optional<Address> recover(Digest digest, Signature signature) {
        try {
            return Optional.of(
                    address(
                            library.ecdsaRecover(
                                    signature.compact(), digest.bytes(), signature.parity())));
        } catch (Secp256k1Exception e) {
            // Half of all numbers are no x of a point: an expected answer, told by exception.
            return Optional.empty();
        }
    }

    @Override
    public Address addressOf(BigInteger secret) {
        return address(library.pubkeyCreate(Signature.fixed(secret)));
    }

    private static Address address(byte[] uncompressed) {
        return Address.ofPublicKey(Arrays.copyOfRange(uncompressed, 1, uncompressed.length));
    }
}
