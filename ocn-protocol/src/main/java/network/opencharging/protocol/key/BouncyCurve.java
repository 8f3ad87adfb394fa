package network.opencharging.protocol.key;

import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** secp256k1 by Bouncy Castle. */
final class BouncyCurve implements Curve {
    static final BouncyCurve INSTANCE = new BouncyCurve();

    private static final X9ECParameters SECP256K1 = CustomNamedCurves.getByName("secp256k1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(SECP256K1);

    private BouncyCurve() {}

    @Override
    public Signature sign(BigInteger secret, Digest digest) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(secret, DOMAIN));
        BigInteger[] pair = signer.generateSignature(digest.bytes());
        BigInteger s = pair[1].min(Signature.ORDER.subtract(pair[1]));
        Address expected = addressOf(secret);
        for (int parity = 0; parity < 2; parity++) {
            Signature candidate = new Signature(pair[0], s, parity);
            if (recover(digest, candidate).filter(expected::equals).isPresent()) {
                return candidate;
            }
        }
        throw new IllegalStateException("a signature that its own key cannot be recovered from");
    }

    /** SEC 1, §4.1.6: Q = r⁻¹ (s R − e G). */
    @Override
    public Optional<byte[]> recoverKey(Digest digest, Signature signature) {
        return point(signature)
                .map(point -> combined(point, digest, signature))
                .filter(key -> !key.isInfinity())
                .map(key -> bytes(key.normalize()));
    }

    /** The point R with this x and parity, when x lies on the curve. */
    private static Optional<ECPoint> point(Signature signature) {
        byte[] encoded = new byte[33];
        encoded[0] = (byte) (2 + signature.parity());
        byte[] x = Signature.fixed(signature.r());
        System.arraycopy(x, 0, encoded, 1, 32);
        try {
            return Optional.of(SECP256K1.getCurve().decodePoint(encoded));
        } catch (IllegalArgumentException e) {
            // Half of all numbers are no x of a point: an expected answer, told by exception.
            return Optional.empty();
        }
    }

    private static ECPoint combined(ECPoint point, Digest digest, Signature signature) {
        BigInteger order = Signature.ORDER;
        BigInteger inverse = signature.r().modInverse(order);
        BigInteger e = new BigInteger(1, digest.bytes());
        BigInteger u1 = order.subtract(e.mod(order)).multiply(inverse).mod(order);
        BigInteger u2 = signature.s().multiply(inverse).mod(order);
        return ECAlgorithms.sumOfTwoMultiplies(SECP256K1.getG(), u1, point, u2);
    }

    @Override
    public Address addressOf(BigInteger secret) {
        return Address.ofPublicKey(
                bytes(
                        new FixedPointCombMultiplier()
                                .multiply(SECP256K1.getG(), secret)
                                .normalize()));
    }

    private static byte[] bytes(ECPoint point) {
        byte[] encoded = point.getEncoded(false);
        return Arrays.copyOfRange(encoded, 1, encoded.length);
    }
}
