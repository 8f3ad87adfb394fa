package network.opencharging.bridge.unit;

import java.math.BigDecimal;

/**
 * A momentary power in whole watts, summed over the phases.
 *
 * @param value watts, not negative
 */
public record Watts(long value) implements Comparable<Watts> {

    /**
     * Checks the sign.
     *
     * @throws IllegalArgumentException when negative
     */
    public Watts {
        if (value < 0) {
            throw new IllegalArgumentException("power must not be negative, not " + value + " W");
        }
    }

    /**
     * The power written in kilowatts, as OCPI writes it.
     *
     * @throws IllegalArgumentException when negative or finer than one watt
     */
    public static Watts ofKilowatts(BigDecimal kilowatts) {
        return new Watts(Thousandths.exact("power", "kW", "W", kilowatts));
    }

    /** In kilowatts with three decimals. */
    public BigDecimal kilowatts() {
        return BigDecimal.valueOf(value, 3);
    }

    @Override
    public int compareTo(Watts other) {
        return Long.compare(value, other.value);
    }

    /** For people. */
    @Override
    public String toString() {
        return kilowatts().toPlainString() + " kW";
    }
}
