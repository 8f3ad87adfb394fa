package network.opencharging.bridge.unit;

import java.math.BigDecimal;

/**
 * A momentary current in whole milliamperes, summed over the phases.
 *
 * @param value milliamperes, not negative
 */
public record Milliamperes(long value) implements Comparable<Milliamperes> {

    /**
     * Checks the sign.
     *
     * @throws IllegalArgumentException when negative
     */
    public Milliamperes {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "current must not be negative, not " + value + " mA");
        }
    }

    /**
     * The current written in amperes, as OCPI writes it.
     *
     * @throws IllegalArgumentException when negative or finer than one milliampere
     */
    public static Milliamperes ofAmperes(BigDecimal amperes) {
        return new Milliamperes(Thousandths.exact("current", "A", "mA", amperes));
    }

    /** In amperes with three decimals. */
    public BigDecimal amperes() {
        return BigDecimal.valueOf(value, 3);
    }

    @Override
    public int compareTo(Milliamperes other) {
        return Long.compare(value, other.value);
    }

    /** For people. */
    @Override
    public String toString() {
        return amperes().toPlainString() + " A";
    }
}
