package network.opencharging.protocol.key;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * The inverse of a scalar modulo the curve's order, by the division steps of Bernstein and Yang
 * (<i>Fast constant-time gcd computation and modular inversion</i>, 2019, §8 and §10), sixty-two at
 * a time. {@link BigInteger#modInverse} takes five times as long. The time depends on the scalar:
 * for public numbers only.
 */
final class ScalarInverse {
    private static final int LIMBS = 5;
    private static final int BITS = 62;
    private static final long MASK = (1L << BITS) - 1;

    /** f (2 - f f) is 1 / f modulo two to this, for any odd f. */
    private static final int AT_ONCE = 6;

    private static final Limbs ORDER = Limbs.of(Signature.ORDER);

    /** -1 / n modulo 2^62. */
    private static final long NEGATED =
            Signature.ORDER.modInverse(BigInteger.TWO.pow(BITS)).negate().longValue() & MASK;

    // f and g come ever closer to plus or minus one and zero; d and e are what they are, modulo
    // the order, times the scalar.
    private Limbs f = ORDER;
    private Limbs g;
    private Limbs d = Limbs.of(BigInteger.ZERO);
    private Limbs e = Limbs.of(BigInteger.ONE);

    // What the last steps did to f and g together, times 2^62.
    private long delta = 1;
    private long ff;
    private long fg;
    private long gf;
    private long gg;

    private ScalarInverse(BigInteger scalar) {
        this.g = Limbs.of(scalar);
    }

    /**
     * The number that gives one together with the scalar.
     *
     * @param scalar 1 to the curve's order
     */
    static BigInteger of(BigInteger scalar) {
        ScalarInverse inverse = new ScalarInverse(scalar);
        while (!inverse.g.isZero()) {
            inverse.steps();
            inverse.apply();
        }
        BigInteger found = inverse.d.number();
        return (inverse.f.isNegative() ? found.negate() : found).mod(Signature.ORDER);
    }

    /**
     * Sixty-two steps, which depend on the lowest bits only. Steps of one kind that follow one
     * another are done at once: those that only halve, and up to {@value #AT_ONCE} that add.
     */
    private void steps() {
        long low = f.lowest();
        long other = g.lowest();
        ff = 1;
        fg = 0;
        gf = 0;
        gg = 1;
        int left = BITS;
        while (true) {
            int halves = Math.min(left, Long.numberOfTrailingZeros(other));
            other >>= halves;
            ff <<= halves;
            fg <<= halves;
            delta += halves;
            left -= halves;
            if (left == 0) {
                return;
            }
            if (delta > 0) {
                long swapped = low;
                low = other;
                other = -swapped;
                swap();
            }
            // As long as delta is not above zero, f stays and is added whenever g is odd.
            int adding = (int) Math.min(Math.min(left, 1 - delta), AT_ONCE);
            long times = (other * low * (low * low - 2)) & ((1L << adding) - 1);
            other += times * low;
            gf += times * ff;
            gg += times * fg;
        }
    }

    private void swap() {
        delta = -delta;
        long swapped = ff;
        ff = gf;
        gf = -swapped;
        swapped = fg;
        fg = gg;
        gg = -swapped;
    }

    private void apply() {
        Limbs nextF = Limbs.combined(ff, f, fg, g, false);
        g = Limbs.combined(gf, f, gg, g, false);
        f = nextF;
        Limbs nextD = Limbs.combined(ff, d, fg, e, true);
        e = Limbs.combined(gf, d, gg, e, true);
        d = nextD;
    }

    /** A signed number in five parts of 62 bits, the lowest first; the last carries the sign. */
    private static final class Limbs {
        private final long[] parts;

        private Limbs(long[] parts) {
            this.parts = parts;
        }

        /**
         * Cuts a number up.
         *
         * @param number not negative, of up to 256 bits
         */
        static Limbs of(BigInteger number) {
            ByteBuffer bytes = ByteBuffer.wrap(Signature.fixed(number));
            long third = bytes.getLong();
            long second = bytes.getLong();
            long first = bytes.getLong();
            long zeroth = bytes.getLong();
            long[] parts = {
                zeroth & MASK,
                (zeroth >>> 62 | first << 2) & MASK,
                (first >>> 60 | second << 4) & MASK,
                (second >>> 58 | third << 6) & MASK,
                third >>> 56
            };
            return new Limbs(parts);
        }

        /**
         * (a x + b y) / 2^62, which is known to be whole, or made so by adding a multiple of the
         * order.
         */
        static Limbs combined(long a, Limbs x, long b, Limbs y, boolean modulo) {
            long multiple = modulo ? ((a * x.parts[0] + b * y.parts[0]) * NEGATED) & MASK : 0;
            long[] out = new long[LIMBS];
            long low = 0;
            long high = 0;
            for (int i = 0; i < LIMBS; i++) {
                long product = a * x.parts[i];
                low += product;
                high += Math.multiplyHigh(a, x.parts[i]) + carry(low, product);
                product = b * y.parts[i];
                low += product;
                high += Math.multiplyHigh(b, y.parts[i]) + carry(low, product);
                product = multiple * ORDER.parts[i];
                low += product;
                high += Math.multiplyHigh(multiple, ORDER.parts[i]) + carry(low, product);
                if (i > 0) {
                    out[i - 1] = low & MASK;
                }
                low = (low >>> BITS) | (high << (Long.SIZE - BITS));
                high >>= BITS;
            }
            out[LIMBS - 1] = low;
            return new Limbs(out);
        }

        private static long carry(long sum, long added) {
            return Long.compareUnsigned(sum, added) < 0 ? 1 : 0;
        }

        /** Enough of it for as many steps as there are bits. */
        long lowest() {
            return parts[0] | (parts[1] << BITS);
        }

        boolean isZero() {
            return (parts[0] | parts[1] | parts[2] | parts[3] | parts[4]) == 0;
        }

        boolean isNegative() {
            return parts[LIMBS - 1] < 0;
        }

        BigInteger number() {
            return new BigInteger(
                    ByteBuffer.allocate(LIMBS * Long.BYTES)
                            .putLong(parts[4] >> 8)
                            .putLong(parts[3] >>> 6 | parts[4] << 56)
                            .putLong(parts[2] >>> 4 | parts[3] << 58)
                            .putLong(parts[1] >>> 2 | parts[2] << 60)
                            .putLong(parts[0] | parts[1] << 62)
                            .array());
        }
    }
}
