package network.opencharging.protocol.key;

import fr.acinq.secp256k1.Secp256k1;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** secp256k1 by Bitcoin's own C library, libsecp256k1. */
final class NativeCurve implements Curve {
    /** 19 points, of a table of 20 MB. */
    private static final int GENERATOR_BITS = 14;

    /** 24 points, of a table of 3 MB. */
    private static final int KEY_BITS = 11;

    private final Secp256k1 library;
    private final Secp256k1Library direct;
    private final KnownKeys known;
    private final Supplier<Multiples> generator;

    private NativeCurve(Secp256k1 library, Secp256k1Library direct, Executor beside) {
        this.library = library;
        this.direct = direct;
        this.generator = Once.of(() -> Multiples.of(direct, direct.generator(), GENERATOR_BITS));
        this.known = new KnownKeys(this::multiples, beside);
    }

    /** Those of the generator are made with the first ones, beside the messages. */
    private Multiples multiples(byte[] key) {
        Objects.requireNonNull(generator.get());
        return Multiples.of(direct, key, KEY_BITS);
    }

    /** The library, where it exists for this system and may be loaded. */
    static Optional<Curve> load() {
        return load(NativeCurve::beside);
    }

    /** A thread of the system's: it takes half a second of a core, and messages have the other. */
    private static void beside(Runnable work) {
        Thread.ofPlatform().daemon().name("multiples of a key").start(work);
    }

    /** The same; what takes long is done there. */
    static Optional<Curve> load(Executor beside) {
        try {
            Secp256k1 loaded = Secp256k1.get();
            return Secp256k1Library.find().map(direct -> new NativeCurve(loaded, direct, beside));
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
        return recovered(digest, signature).map(direct::coordinates);
    }

    private Optional<byte[]> recovered(Digest digest, Signature signature) {
        return direct.recover(digest.shared(), signature.compact(), signature.parity());
    }

    @Override
    public boolean isBy(Address signer, Digest digest, Signature signature) {
        Optional<Multiples> multiples = known.multiplesOf(signer);
        if (multiples.isPresent()) {
            return fits(multiples.get(), digest, signature);
        }
        Optional<byte[]> key = recovered(digest, signature);
        boolean good = key.filter(it -> signer.isOfPublicKey(direct.coordinates(it))).isPresent();
        if (good) {
            known.seen(signer, key.orElseThrow());
        }
        return good;
    }

    /**
     * SEC 1, §4.1.4: whether e/s G + r/s Q is the very point R that the signature names, whose x is
     * r and whose y has the parity. That is what recovering asks too: it solves the same equation
     * for Q.
     */
    private boolean fits(Multiples ofKey, Digest digest, Signature signature) {
        BigInteger inverse = ScalarInverse.of(signature.s());
        BigInteger e = new BigInteger(1, digest.shared());
        BigInteger ofGenerator = e.multiply(inverse).mod(Signature.ORDER);
        BigInteger ofSigner = signature.r().multiply(inverse).mod(Signature.ORDER);
        return generator
                .get()
                .sum(direct, ofGenerator, ofKey, ofSigner)
                .filter(point -> isNamed(point, signature))
                .isPresent();
    }

    private static boolean isNamed(byte[] point, Signature signature) {
        return point[0] == 2 + signature.parity()
                && Arrays.equals(point, 1, 33, Signature.fixed(signature.r()), 0, 32);
    }

    @Override
    public Address addressOf(BigInteger secret) {
        byte[] key = library.pubkeyCreate(Signature.fixed(secret));
        return Address.ofPublicKey(Arrays.copyOfRange(key, 1, key.length));
    }
}
