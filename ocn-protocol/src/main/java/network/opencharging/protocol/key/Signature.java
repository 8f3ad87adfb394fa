package network.opencharging.protocol.key;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

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

    private static final int DIGITS = 130;

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
        int from = text.length() == DIGITS + 2 && text.startsWith("0x") ? 2 : 0;
        byte[] bytes = new byte[DIGITS / 2];
        if (text.length() != DIGITS + from || !readHex(text, from, bytes)) {
            return Optional.empty();
        }
        BigInteger r = new BigInteger(1, bytes, 0, 32);
        BigInteger s = new BigInteger(1, bytes, 32, 32);
        int parity =
                switch (bytes[64]) {
                    case 27, 0 -> 0;
                    case 28, 1 -> 1;
                    default -> -1;
                };
        return parity >= 0 && isScalar(r) && isScalar(s)
                ? Optional.of(new Signature(r, s, parity))
                : Optional.empty();
    }

    private static boolean readHex(String text, int from, byte[] into) {
        for (int i = 0; i < into.length; i++) {
            int high = digit(text.charAt(from + 2 * i));
            int low = digit(text.charAt(from + 2 * i + 1));
            if (high < 0 || low < 0) {
                return false;
            }
            into[i] = (byte) (high << 4 | low);
        }
        return true;
    }

    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
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
        return HexFormat.of().formatHex(compact()) + (parity == 0 ? "1b" : "1c");
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
