package network.opencharging.bridge.metering;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** A meter for tests that signs on any curve, with a key that is always the same. */
final class Meter {
    private static final BigInteger SECRET =
            new BigInteger("1234567890123456789012345678901234567");
    private final String algorithm;
    private final ECDomainParameters domain;

    /**
     * @param algorithm as in SA
     * @param curve as Bouncy Castle names it
     */
    Meter(String algorithm, String curve) {
        this.algorithm = algorithm;
        X9ECParameters parameters = ECNamedCurveTable.getByName(curve);
        this.domain =
                new ECDomainParameters(
                        parameters.getCurve(),
                        parameters.getG(),
                        parameters.getN(),
                        parameters.getH());
    }

    static Meter ordinary() {
        return new Meter("ECDSA-secp256k1-SHA256", "secp256k1");
    }

    MeterKey key() {
        byte[] point = domain.getG().multiply(SECRET).normalize().getEncoded(false);
        return new MeterKey(HexFormat.of().formatHex(point), Instant.EPOCH, Optional.empty());
    }

    /** A page with one reading of meter M1, at {@code minute} of an hour. */
    String page(int page, int minute, String kwh) {
        return page(page, minute, kwh, "G");
    }

    String page(int page, int minute, String kwh, String status) {
        return sign(
                "{\"FV\":\"1.2\",\"PG\":\"T%d\",\"MS\":\"M1\",\"RD\":[{\"TM\":\"2026-06-01T11:%02d:00,000+0000 S\",\"RV\":%s,\"RI\":\"1-0:1.8.0\",\"RU\":\"kWh\",\"EF\":\"\",\"ST\":\"%s\"}]}"
                        .formatted(page, minute, kwh, status));
    }

    String sign(String payload) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(SECRET, domain));
        BigInteger[] signature = signer.generateSignature(sha256(payload));
        return "OCMF|%s|{\"SA\":\"%s\",\"SD\":\"%s\"}"
                .formatted(payload, algorithm, HexFormat.of().formatHex(der(signature)));
    }

    private static byte[] der(BigInteger[] signature) {
        ASN1EncodableVector pair = new ASN1EncodableVector();
        pair.add(new ASN1Integer(signature[0]));
        pair.add(new ASN1Integer(signature[1]));
        try {
            return new DERSequence(pair).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
