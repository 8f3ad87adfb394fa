package network.opencharging.benchmarks.curve;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.Curve;
import network.opencharging.protocol.key.Digest;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.key.Signature;

import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Checks the same signatures in every way, in turn, on one thread. Bouncy Castle has two
 * implementations of the curve; both are shown, each with the key known and recovered from the
 * signature where that applies.
 */
public final class CurveTable {
    private static final int SIGNATURES = 256;
    private static final int ROUNDS = 15;

    /**
     * The sums begin after 4,000 checks only, and their code is not compiled to the end before some
     * 10,000 more.
     */
    private static final int WARMING = 80;

    private final List<Digest> digests = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();
    private final Address signer;
    private final BigInteger secret;
    private final Map<String, IntPredicate> ways = new LinkedHashMap<>();
    private final Map<String, Double> micros = new LinkedHashMap<>();

    private CurveTable() {
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        bytes[0] = 1;
        secret = new BigInteger(1, bytes);
        PrivateKey key = PrivateKey.of(bytes).orElseThrow();
        signer = key.address();
        for (int i = 0; i < SIGNATURES; i++) {
            random.nextBytes(bytes);
            digests.add(Digest.of(bytes));
            signatures.add(key.sign(digests.get(i)));
        }
        ways.put(
                "Bouncy Castle, SECNamedCurves, key known",
                bouncy(SECNamedCurves.getByName("secp256k1")));
        ways.put(
                "Bouncy Castle, CustomNamedCurves, key known",
                bouncy(CustomNamedCurves.getByName("secp256k1")));
        ways.put(
                "Bouncy Castle, CustomNamedCurves, key recovered (what runs without the library)",
                recovering(Curve.pureJava()));
        ways.put(
                "libsecp256k1, key recovered (a sender's first 4,000 messages)",
                recovering(Curve.fastest()));
        ways.put(
                "libsecp256k1, sums of known multiples (every later message)",
                i -> Curve.fastest().isBy(signer, digests.get(i), signatures.get(i)));
    }

    /** Measures, and writes the table; half a minute. */
    public static String measured() {
        CurveTable table = new CurveTable();
        for (int round = 0; round < WARMING + ROUNDS; round++) {
            for (Map.Entry<String, IntPredicate> way : table.ways.entrySet()) {
                double took = table.round(way.getValue());
                if (round >= WARMING) {
                    table.micros.merge(way.getKey(), took, Math::min);
                }
            }
        }
        return table.text();
    }

    private double round(IntPredicate way) {
        long began = System.nanoTime();
        for (int i = 0; i < SIGNATURES; i++) {
            if (!way.test(i)) {
                throw new IllegalStateException("a good signature is refused");
            }
        }
        return (System.nanoTime() - began) / 1e3 / SIGNATURES;
    }

    private String text() {
        double fastest =
                micros.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        StringBuilder text =
                new StringBuilder(
                        """

                        **One check of a signature** (one thread; the best of %d rounds of %d, each way in turn)

                        | How | µs | times the last |
                        |---|--:|--:|
                        """
                                .formatted(ROUNDS, SIGNATURES));
        micros.forEach((way, took) ->
                text.append("| %s | %.1f | %.1f |%n".formatted(way, took, took / fastest)));
        return text.toString();
    }

    private IntPredicate recovering(Curve curve) {
        return i ->
                curve.recover(digests.get(i), signatures.get(i)).filter(signer::equals).isPresent();
    }

    private IntPredicate bouncy(X9ECParameters curve) {
        ECDomainParameters domain = new ECDomainParameters(curve);
        ECPublicKeyParameters key =
                new ECPublicKeyParameters(curve.getG().multiply(secret).normalize(), domain);
        return i -> {
            ECDSASigner verifier = new ECDSASigner();
            verifier.init(false, key);
            Signature signature = signatures.get(i);
            return verifier.verifySignature(digests.get(i).bytes(), signature.r(), signature.s());
        };
    }
}
