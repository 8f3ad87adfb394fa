package network.opencharging.cpo.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords of stations and plugs, kept as seals: an HMAC with a key of this backend, which is not
 * in the database. It is quick on purpose: ten thousand stations come back within seconds of a
 * restart.
 */
public final class Passwords {
    private static final int SALT = 16;
    private final byte[] key;
    private final SecureRandom random;

    public Passwords(byte[] key, SecureRandom random) {
        this.key = key.clone();
        this.random = random;
    }

    /** What is kept of a password. */
    public String seal(byte[] password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(mac(salt, password));
    }

    /** Whether this is the password of that seal. */
    public boolean fits(byte[] password, String seal) {
        String[] parts = seal.split(":", 2);
        byte[] salt = HexFormat.of().parseHex(parts[0]);
        byte[] kept = HexFormat.of().parseHex(parts[1]);
        return MessageDigest.isEqual(kept, mac(salt, password));
    }

    /** What tells this key from others, and tells nothing of it. */
    public String mark() {
        return HexFormat.of()
                .formatHex(mac(new byte[0], "which key".getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] mac(byte[] salt, byte[] password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(salt);
            return mac.doFinal(password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
