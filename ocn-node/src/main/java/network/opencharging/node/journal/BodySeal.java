package network.opencharging.node.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Encrypts bodies (AES-256-GCM) with a key derived from the node's secret, which never stands in
 * the database.
 */
public final class BodySeal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random;

    /**
     * A seal over the node's secret.
     *
     * @param secret at least 32 bytes
     * @param random source of nonces
     */
    public BodySeal(byte[] secret, SecureRandom random) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("the node's secret must have at least 32 bytes");
        }
        this.random = random;
        try {
            this.key =
                    KDF.getInstance("HKDF-SHA256")
                            .deriveKey(
                                    "AES",
                                    HKDFParameterSpec.ofExtract()
                                            .addIKM(secret)
                                            .thenExpand(
                                                    "ocn-node message bodies v1"
                                                            .getBytes(StandardCharsets.US_ASCII),
                                                    32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HKDF-SHA256", e);
        }
    }

    /**
     * Encrypts.
     *
     * @param place where it belongs; moved elsewhere it does not open
     */
    public byte[] seal(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] body = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + body.length);
            System.arraycopy(body, 0, sealed, NONCE_BYTES, body.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks AES-GCM", e);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalStateException when it was made with another secret, for another place, or
     *     changed since
     */
    public byte[] open(byte[] sealed, String place) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), place)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the stored body of "
                            + place
                            + " does not open with this node's secret: was the secret file"
                            + " replaced?",
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public String toString() {
        return "BodySeal[hidden]";
    }
}
