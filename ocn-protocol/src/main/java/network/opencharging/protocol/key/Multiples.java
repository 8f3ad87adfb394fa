package network.opencharging.protocol.key;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Multiples of one point, made once, so that any multiple of it is a sum of a few of them: for each
 * group of bits of a scalar one row of points (fixed-base windows; Brickell, Gordon, McCurley and
 * Wilson, 1992). They lie outside the heap and are given back when nobody has them any more.
 */
final class Multiples {
    private static final int SCALAR_BITS = 256;

    /** The most points that a multiple is the sum of. */
    private final int rows;

    private final int columns;
    private final int bits;
    private final MemorySegment points;

    private Multiples(int bits) {
        this.bits = bits;
        this.rows = (SCALAR_BITS + bits - 1) / bits;
        this.columns = (1 << bits) - 1;
        this.points =
                Arena.ofAuto().allocate((long) rows * columns * Secp256k1Library.KEY_BYTES, 64);
    }

    /**
     * Adds up the multiples.
     *
     * @param point as the library keeps it
     * @param bits of a scalar in one row: the more, the fewer points are added later, and the more
     *     are made now ({@code 2^bits} for each row)
     */
    static Multiples of(Secp256k1Library library, byte[] point, int bits) {
        Multiples made = new Multiples(bits);
        byte[] first = point;
        for (int row = 0; row < made.rows; row++) {
            byte[] multiple = first;
            for (int column = 0; column < made.columns; column++) {
                MemorySegment.copy(
                        MemorySegment.ofArray(multiple),
                        0,
                        made.points,
                        made.place(row, column),
                        Secp256k1Library.KEY_BYTES);
                multiple = library.sum(multiple, first);
            }
            first = multiple;
        }
        return made;
    }

    private long place(int row, int column) {
        return ((long) row * columns + column) * Secp256k1Library.KEY_BYTES;
    }

    /** A multiple of this point and a multiple of the other, as {@link Secp256k1Library#sum}. */
    Optional<byte[]> sum(
            Secp256k1Library library, BigInteger times, Multiples other, BigInteger otherTimes) {
        // One place more than there may be points: for what was read of them.
        long[] addresses = new long[rows + other.rows + 1];
        try {
            int some = choose(Signature.fixed(times), addresses, 0);
            int all = other.choose(Signature.fixed(otherTimes), addresses, some);
            return library.sum(addresses, all);
        } finally {
            // Until here the memory stays.
            Reference.reachabilityFence(points);
            Reference.reachabilityFence(other.points);
        }
    }

    /**
     * Writes down where the points lie whose sum is wanted, and reads a part of each: so the
     * processor fetches them side by side, where the adding would wait for one after the other.
     */
    private int choose(byte[] scalar, long[] addresses, int from) {
        int next = from;
        long read = 0;
        for (int row = 0; row < rows; row++) {
            int digit = digit(scalar, row * bits);
            if (digit > 0) {
                long place = place(row, digit - 1);
                addresses[next++] = points.address() + place;
                read ^= points.get(ValueLayout.JAVA_LONG, place);
            }
        }
        addresses[addresses.length - 1] ^= read;
        return next;
    }

    /** The bits of a row, the lowest at this place of the scalar. */
    private int digit(byte[] scalar, int lowest) {
        int at = scalar.length - 1 - lowest / Byte.SIZE;
        int found = 0;
        for (int i = 0; i < Integer.BYTES && i <= at; i++) {
            found |= (scalar[at - i] & 0xff) << (i * Byte.SIZE);
        }
        return (found >>> (lowest % Byte.SIZE)) & columns;
    }
}
