package network.opencharging.cpo.roaming;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** A meter of the serial number M1 that signs what it shows (OCMF 1.2, ECDSA-secp256r1-SHA256). */
class SigningMeter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss',000+0000'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private final KeyPair keys;

    SigningMeter() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its public key, an uncompressed point. */
    String key() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return "04" + hex(point.getAffineX()) + hex(point.getAffineY());
    }

    private static String hex(BigInteger coordinate) {
        return "%064x".formatted(coordinate);
    }

    /**
     * A page with one reading.
     *
     * @param kind {@code B} at the beginning, {@code E} at the end
     * @param more further members of the payload, each with a comma behind it
     */
    String page(int number, Instant at, String kind, String kilowattHours, String more) {
        String payload =
                ("{\"FV\":\"1.2\",%s\"PG\":\"T%d\",\"MS\":\"M1\",\"RD\":[{\"TM\":\"%s"
                                + " S\",\"TX\":\"%s\",\"RV\":%s,"
                                + "\"RI\":\"1-0:1.8.0\",\"RU\":\"kWh\",\"EF\":\"\",\"ST\":\"G\"}]}")
                        .formatted(more, number, TIME.format(at), kind, kilowattHours);
        return "OCMF|%s|{\"SA\":\"ECDSA-secp256r1-SHA256\",\"SD\":\"%s\"}"
                .formatted(payload, signature(payload));
    }

    private String signature(String payload) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(payload.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
