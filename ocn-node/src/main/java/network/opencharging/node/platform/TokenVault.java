package network.opencharging.node.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Makes tokens storable: what comes in is hashed (HMAC-SHA-256), what goes out is encrypted
 * (AES-256-GCM). Both keys are derived from the node's secret, which never stands in the database.
 */
public final class TokenVault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Mac hashing;
    private final SecretKey sealing;
    private final SecureRandom random;

    /**
     * A vault over the node's secret.
     *
     * @param secret at least 32 bytes
     * @param random source of nonces
     */
    public TokenVault(byte[] secret, SecureRandom random) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("the node's secret must have at least 32 bytes");
        }
        this.hashing = mac(derive(secret, "HmacSHA256", "ocn-node inbound tokens v1"));
        this.sealing = derive(secret, "AES", "ocn-node outbound tokens v1");
        this.random = random;
    }

    /** Ready to be copied for each hash: setting one up costs more than the hash. */
    private static Mac mac(SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HmacSHA256", e);
        }
    }

    private static SecretKey derive(byte[] secret, String algorithm, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HKDF-SHA256", e);
        }
    }

    /** The hash under which a token that platforms show to us is kept and looked up. */
    public TokenHash hash(String token) {
        try {
            Mac mac = (Mac) hashing.clone();
            byte[] digest = mac.doFinal(token.getBytes(StandardCharsets.UTF_8));
            return new TokenHash(HexFormat.of().formatHex(digest));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's HmacSHA256 cannot be copied", e);
        }
    }

    /**
     * Encrypts a token that we show to a platform.
     *
     * @param token the plain token
     * @param owner whose it is; a sealed token moved to another owner does not open
     */
    public String seal(String token, PlatformId owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] body =
                    cipher(Cipher.ENCRYPT_MODE, nonce, owner)
                            .doFinal(token.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + body.length);
            System.arraycopy(body, 0, sealed, NONCE_BYTES, body.length);
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks AES-GCM", e);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalStateException when it was made with another secret, for another owner, or
     *     changed since
     */
    public String open(String sealed, PlatformId owner) {
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            byte[] token =
                    cipher(Cipher.DECRYPT_MODE, nonce, owner)
                            .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new String(token, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the stored token of platform "
                            + owner
                            + " does not open with this node's secret: was the secret file"
                            + " replaced?",
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, PlatformId owner)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.value().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
