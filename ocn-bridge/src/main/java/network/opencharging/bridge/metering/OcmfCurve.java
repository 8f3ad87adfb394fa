package network.opencharging.bridge.metering;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

/** The signature algorithms that OCMF 1.2 lists (table 22): ECDSA on a curve, over SHA-256. */
public enum OcmfCurve {
    /** {@code ECDSA-secp192k1-SHA256}. */
    SECP192K1("secp192k1"),
    /** {@code ECDSA-secp256k1-SHA256}: what an EVM verifies too. */
    SECP256K1("secp256k1"),
    /** {@code ECDSA-secp192r1-SHA256}. */
    SECP192R1("secp192r1"),
    /** {@code ECDSA-secp256r1-SHA256}: taken when a document names none. */
    SECP256R1("secp256r1"),
    /** {@code ECDSA-brainpool256r1-SHA256}. */
    BRAINPOOL256R1("brainpoolP256r1"),
    /** {@code ECDSA-secp384r1-SHA256}. */
    SECP384R1("secp384r1"),
    /** {@code ECDSA-brainpool384r1-SHA256}. */
    BRAINPOOL384R1("brainpoolP384r1");

    private final String standardName;

    OcmfCurve(String standardName) {
        this.standardName = standardName;
    }

    /** The table makes each curve once; its objects are mutable and stay out of this enum. */
    private ECDomainParameters domain() {
        X9ECParameters curve = ECNamedCurveTable.getByName(standardName);
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }

    /** The curve of an SA field; meters also write brainpool with the P that RFC 5639 has. */
    static Optional<OcmfCurve> named(String algorithm) {
        for (OcmfCurve curve : values()) {
            String standard = "ECDSA-%s-SHA256".formatted(curve.standardName);
            if (algorithm.equals(standard)
                    || algorithm.equals(standard.replace("brainpoolP", "brainpool"))) {
                return Optional.of(curve);
            }
        }
        return Optional.empty();
    }

    /** Whether the key (hex or Base64) made this DER signature of the text. */
    boolean verifies(String payload, byte[] signature, String key) {
        Optional<ECPublicKeyParameters> publicKey =
                BytesText.hex(key)
                        .or(() -> BytesText.base64(key))
                        .flatMap(bytes -> point(bytes).or(() -> subjectPublicKey(bytes)));
        if (publicKey.isEmpty()) {
            return false;
        }
        try {
            ASN1Sequence pair = ASN1Sequence.getInstance(signature);
            if (pair.size() != 2) {
                return false;
            }
            BigInteger r = ASN1Integer.getInstance(pair.getObjectAt(0)).getPositiveValue();
            BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getPositiveValue();
            ECDSASigner signer = new ECDSASigner();
            signer.init(false, publicKey.get());
            return signer.verifySignature(sha256(payload), r, s);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<ECPublicKeyParameters> point(byte[] bytes) {
        try {
            ECDomainParameters domain = domain();
            return Optional.of(
                    new ECPublicKeyParameters(domain.getCurve().decodePoint(bytes), domain));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<ECPublicKeyParameters> subjectPublicKey(byte[] bytes) {
        try {
            AsymmetricKeyParameter key = PublicKeyFactory.createKey(bytes);
            ECDomainParameters domain = domain();
            return key instanceof ECPublicKeyParameters ec && isOn(domain, ec)
                    ? Optional.of(new ECPublicKeyParameters(ec.getQ(), domain))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isOn(ECDomainParameters domain, ECPublicKeyParameters key) {
        return key.getParameters().getCurve().equals(domain.getCurve())
                && key.getParameters().getG().equals(domain.getG());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** As OCMF writes it. */
    @Override
    public String toString() {
        return "ECDSA-%s-SHA256".formatted(name().toLowerCase(Locale.ROOT));
    }
}
