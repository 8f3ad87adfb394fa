package network.opencharging.protocol.key;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A recoverable signature of secp256k1: the signer's address follows from it and the digest.
 *
 * @param r 1 to the curve's order
 * @param s 1 to the curve's order
 * @param parity 0 or 1: whether the point behind r has an odd y
 */
public record Signature(BigInteger r, BigInteger s, int parity) {
    /** The order of the curve (SEC 2, §2.4.1). */
    static final BigInteger ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

    private static final Pattern FORM = Pattern.compile("(0x)?[0-9a-fA-F]{130}");

    /** Checks the ranges. */
    public Signature {
        if (!isScalar(r) || !isScalar(s) || parity < 0 || parity > 1) {
            throw new IllegalArgumentException(
                    "r and s lie between 1 and the curve's order, the parity is 0 or 1");
        }
    }

    /**
     * Reads r, s and v as 130 hexadecimal digits, with or without {@code 0x}; v is {@code 1b} or
     * {@code 1c}, and {@code 00} or {@code 01} of other signers is understood. Empty for everything
     * else.
     */
    public static Optional<Signature> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.substring(text.length() - 130).toLowerCase(Locale.ROOT);
        BigInteger r = new BigInteger(digits.substring(0, 64), 16);
        BigInteger s = new BigInteger(digits.substring(64, 128), 16);
        int parity =
                switch (digits.substring(128)) {
                    case "1b", "00" -> 0;
                    case "1c", "01" -> 1;
                    default -> -1;
                };
        return parity >= 0 && isScalar(r) && isScalar(s)
                ? Optional.of(new Signature(r, s, parity))
                : Optional.empty();
    }

    private static boolean isScalar(BigInteger value) {
        return value.signum() > 0 && value.compareTo(ORDER) < 0;
    }

    /**
     * True when s lies in the lower half. Every signature has a twin in the upper half that anybody
     * can compute; signers write the lower one, and who takes only that one cannot be shown two
     * signatures for one.
     */
    public boolean isLowS() {
        return s.compareTo(HALF_ORDER) <= 0;
    }

    /** r, s and v as 130 lower-case hexadecimal digits without {@code 0x}; v is 1b or 1c. */
    public String hex() {
        return "%064x%064x%02x".formatted(r, s, 27 + parity);
    }

    /** r and s as 64 bytes. */
    byte[] compact() {
        byte[] both = Arrays.copyOf(fixed(r), 64);
        System.arraycopy(fixed(s), 0, both, 32, 32);
        return both;
    }

    /** A scalar as 32 bytes. */
    static byte[] fixed(BigInteger value) {
        byte[] raw = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, raw.length);
        System.arraycopy(raw, raw.length - length, fixed, 32 - length, length);
        return fixed;
    }
}
