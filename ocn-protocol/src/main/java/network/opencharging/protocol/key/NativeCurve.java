package network.opencharging.protocol.key;

import fr.acinq.secp256k1.Secp256k1;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** secp256k1 by Bitcoin's own C library, libsecp256k1. */
final class NativeCurve implements Curve {
    private final Secp256k1 library;
    private final Secp256k1Library direct;

    private NativeCurve(Secp256k1 library, Secp256k1Library direct) {
        this.library = library;
        this.direct = direct;
    }

    /** The library, where it exists for this system and may be loaded. */
    static Optional<Curve> load() {
        try {
            Secp256k1 loaded = Secp256k1.get();
            return Secp256k1Library.find().map(direct -> new NativeCurve(loaded, direct));
        } catch (IllegalStateException | LinkageError e) {
            // No build of it for this system, or no folder to unpack it in: pure Java does the
            // same.
            return Optional.empty();
        }
    }

    @Override
    public Signature sign(BigInteger secret, Digest digest) {
        byte[] made = direct.sign(digest.shared(), Signature.fixed(secret));
        return new Signature(
                new BigInteger(1, made, 0, 32), new BigInteger(1, made, 32, 32), made[64]);
    }

    @Override
    public Optional<byte[]> recoverKey(Digest digest, Signature signature) {
        return direct.recover(digest.shared(), signature.compact(), signature.parity());
    }

    @Override
    public Address addressOf(BigInteger secret) {
        byte[] key = library.pubkeyCreate(Signature.fixed(secret));
        return Address.ofPublicKey(Arrays.copyOfRange(key, 1, key.length));
    }
}
