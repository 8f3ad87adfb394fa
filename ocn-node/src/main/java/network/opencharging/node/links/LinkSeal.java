package network.opencharging.node.links;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMSIVBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals URLs into tokens that stand as one segment of a path, and opens them.
 *
 * <p>A token is {@code base64url(AES-256-GCM-SIV(expiry in minutes, 4 bytes | packed URL))}; the
 * {@link LinkScope} is bound to it as associated data. GCM-SIV (RFC 8452) stays safe without a
 * random nonce, which keeps the token short (an OCPI URL has 255 characters) and equal for equal
 * links of one minute.
 */
public final class LinkSeal {
    private static final byte[] NONCE = new byte[12];
    private static final int TAG_BITS = 128;
    private static final int TAG_BYTES = TAG_BITS / 8;
    private static final int EXPIRY_BYTES = 4;
    private static final int LONGEST = 8192;
    private static final byte[] PURPOSE =
            "ocn-node sealed links v1".getBytes(StandardCharsets.US_ASCII);

    private final KeyParameter key;
    private final LinkLifetimes lifetimes;
    private final Clock clock;

    private LinkSeal(KeyParameter key, LinkLifetimes lifetimes, Clock clock) {
        this.key = key;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    /**
     * A seal whose key is derived from a secret of the node. All replicas of a node share the
     * secret; a changed secret makes every link void.
     *
     * @param secret at least 32 bytes
     * @param lifetimes how long links open
     * @param clock says what time it is
     */
    public static LinkSeal fromSecret(byte[] secret, LinkLifetimes lifetimes, Clock clock) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("the node's secret must have at least 32 bytes");
        }
        try {
            SecretKey key =
                    KDF.getInstance("HKDF-SHA256")
                            .deriveKey(
                                    "AES",
                                    HKDFParameterSpec.ofExtract()
                                            .addIKM(secret)
                                            .thenExpand(PURPOSE, 32));
            return new LinkSeal(new KeyParameter(key.getEncoded()), lifetimes, clock);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HKDF-SHA256", e);
        }
    }

    /** The token for a URL, made of letters, digits, {@code -} and {@code _}. */
    public String seal(LinkScope scope, String url) {
        byte[] packed = UrlPacking.pack(url);
        byte[] plain =
                ByteBuffer.allocate(EXPIRY_BYTES + packed.length)
                        .putInt(minute(clock.instant().plus(lifetimes.of(scope.kind()))))
                        .put(packed)
                        .array();
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(run(true, scope, plain));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing cannot fail", e);
        }
    }

    /**
     * The URL in a token; empty when the token is garbage, was made by somebody else or for another
     * scope, or has expired. Which of these is told to nobody.
     */
    public Optional<String> open(LinkScope scope, String token) {
        return bytes(token)
                .filter(sealed -> sealed.length > TAG_BYTES + EXPIRY_BYTES)
                .flatMap(sealed -> authentic(scope, sealed))
                .map(ByteBuffer::wrap)
                .filter(plain -> plain.getInt() > minute(clock.instant()))
                .flatMap(UrlPacking::unpack);
    }

    private Optional<byte[]> authentic(LinkScope scope, byte[] sealed) {
        try {
            return Optional.of(run(false, scope, sealed));
        } catch (InvalidCipherTextException e) {
            return Optional.empty();
        }
    }

    private byte[] run(boolean sealing, LinkScope scope, byte[] input)
            throws InvalidCipherTextException {
        GCMSIVBlockCipher cipher = new GCMSIVBlockCipher();
        cipher.init(sealing, new AEADParameters(key, TAG_BITS, NONCE, associated(scope)));
        byte[] output = new byte[cipher.getOutputSize(input.length)];
        int done = cipher.processBytes(input, 0, input.length, output, 0);
        cipher.doFinal(output, done);
        return output;
    }

    private static byte[] associated(LinkScope scope) {
        String text =
                scope.kind().number()
                        + "|"
                        + scope.requester()
                        + "|"
                        + scope.server()
                        + "|"
                        + scope.module();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> bytes(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int minute(Instant instant) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(instant.getEpochSecond(), 60));
    }
}
