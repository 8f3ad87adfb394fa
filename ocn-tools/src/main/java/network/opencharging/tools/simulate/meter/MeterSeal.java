package network.opencharging.tools.simulate.meter;

import network.opencharging.bridge.metering.OcmfCurve;
import network.opencharging.tools.json.JsonText;

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

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The key with which a meter signs what it shows: documents of OCMF 1.2, one page after the other.
 * The same text and key always give the same signature.
 */
public final class MeterSeal {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss,SSS'+0000 S'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int KILO = 3;

    private final OcmfCurve curve;
    private final ECPrivateKeyParameters key;
    private final String serial;
    private long page;

    /**
     * A key.
     *
     * @param seed the same words give the same key: only for what is simulated
     * @param serial of the meter, MS
     */
    public MeterSeal(OcmfCurve curve, String seed, String serial) {
        this.curve = curve;
        this.serial = serial;
        X9ECParameters table =
                ECNamedCurveTable.getByName(
                        curve.name().toLowerCase(Locale.ROOT).replace("brainpool", "brainpoolP"));
        ECDomainParameters domain =
                new ECDomainParameters(table.getCurve(), table.getG(), table.getN(), table.getH());
        BigInteger number =
                new BigInteger(1, sha256(seed))
                        .mod(domain.getN().subtract(BigInteger.ONE))
                        .add(BigInteger.ONE);
        this.key = new ECPrivateKeyParameters(number, domain);
    }

    /** The serial number of the meter, by which its key is registered. */
    public String serial() {
        return serial;
    }

    /** The public key, a point in hex. */
    public String publicKey() {
        ECDomainParameters domain = key.getParameters();
        return HexFormat.of()
                .formatHex(domain.getG().multiply(key.getD()).normalize().getEncoded(false));
    }

    /** As OCMF names the algorithm. */
    public String algorithm() {
        return curve.toString();
    }

    /**
     * A reading.
     *
     * @param transaction TX: B begin, C charging, E end
     */
    public record Shown(Instant at, char transaction, BigDecimal wattHours) {}

    /**
     * The next page, with one signature over all of its readings.
     *
     * @param token who charges
     * @param shown at least one, in their order
     */
    public String sign(String token, List<Shown> shown) {
        page++;
        ObjectNode body =
                JsonText.object()
                        .put("FV", "1.2")
                        .put("GI", "OCN simulated")
                        .put("GS", serial)
                        .put("GV", "1.0")
                        .put("PG", "T" + page)
                        .put("MV", "OCN")
                        .put("MM", "simulated")
                        .put("MS", serial)
                        .put("IS", !token.isEmpty())
                        .put("IT", "CENTRAL")
                        .put("ID", token);
        var readings = body.putArray("RD");
        for (Shown one : shown) {
            readings.addObject()
                    .put("TM", TIME.format(one.at()))
                    .put("TX", String.valueOf(one.transaction()))
                    .put("RV", one.wattHours().movePointLeft(KILO))
                    .put("RI", "1-0:1.8.0")
                    .put("RU", "kWh")
                    .put("RT", "AC")
                    .put("EF", "")
                    .put("ST", "G");
        }
        String payload = JsonText.write(body);
        String signature =
                JsonText.write(
                        JsonText.object()
                                .put("SA", algorithm())
                                .put("SD", HexFormat.of().formatHex(signature(payload))));
        return "OCMF|%s|%s".formatted(payload, signature);
    }

    private byte[] signature(String payload) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        ASN1EncodableVector pair = new ASN1EncodableVector();
        for (BigInteger part : signer.generateSignature(sha256(payload))) {
            pair.add(new ASN1Integer(part));
        }
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
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
