package network.opencharging.protocol.key;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Multiples of one point, made once, so that any multiple of it is a sum of at most 32 of them: for
 * each byte of a scalar one row of 255 points (fixed-base windows; Brickell, Gordon, McCurley and
 * Wilson, 1992). Half a megabyte outside the heap, given back when nobody has it any more.
 */
final class Multiples {
    /** Rows: one for each byte of a scalar. */
    private static final int ROWS = 32;

    private static final int COLUMNS = 255;

    private final MemorySegment points;

    private Multiples(MemorySegment points) {
        this.points = points;
    }

    /**
     * Adds up the multiples, some 8,000 sums.
     *
     * @param point as the library keeps it
     */
    static Multiples of(Secp256k1Library library, byte[] point) {
        MemorySegment points =
                Arena.ofAuto().allocate((long) ROWS * COLUMNS * Secp256k1Library.KEY_BYTES, 64);
        byte[] first = point;
        for (int row = 0; row < ROWS; row++) {
            byte[] multiple = first;
            for (int column = 0; column < COLUMNS; column++) {
                MemorySegment.copy(
                        MemorySegment.ofArray(multiple),
                        0,
                        points,
                        place(row, column),
                        Secp256k1Library.KEY_BYTES);
                multiple = library.sum(multiple, first);
            }
            first = multiple;
        }
        return new Multiples(points);
    }

    private static long place(int row, int column) {
        return ((long) row * COLUMNS + column) * Secp256k1Library.KEY_BYTES;
    }

    /** A multiple of this point and a multiple of the other, as {@link Secp256k1Library#sum}. */
    Optional<byte[]> sum(
            Secp256k1Library library, BigInteger times, Multiples other, BigInteger otherTimes) {
        long[] addresses = new long[2 * ROWS];
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

    private int choose(byte[] scalar, long[] addresses, int from) {
        int next = from;
        for (int row = 0; row < ROWS; row++) {
            int digit = scalar[ROWS - 1 - row] & 0xff;
            if (digit > 0) {
                addresses[next++] = points.address() + place(row, digit - 1);
            }
        }
        return next;
    }
}
