package network.opencharging.bridge.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of energy, or a meter's register, in whole watt-hours.
 *
 * @param value watt-hours, from 0 to {@link #MAX}
 */
public record WattHours(long value) implements Comparable<WattHours> {

    /** The greatest register that a 40-bit meter counter can show. */
    public static final long MAX = (1L << 40) - 1;

    /** Nothing. */
    public static final WattHours ZERO = new WattHours(0);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when negative or beyond every meter's register
     */
    public WattHours {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException(
                    "energy must be 0 to %d Wh, not %d".formatted(MAX, value));
        }
    }

    /**
     * The energy written in kilowatt-hours, as OCPI writes it.
     *
     * @throws IllegalArgumentException when finer than one watt-hour or out of range
     */
    public static WattHours ofKilowattHours(BigDecimal kilowattHours) {
        return new WattHours(Thousandths.exact("energy", "kWh", "Wh", kilowattHours));
    }

    /**
     * A meter's register cut down to whole watt-hours: what is not complete is not counted yet.
     *
     * @throws IllegalArgumentException when out of range
     */
    public static WattHours completeIn(BigDecimal kilowattHours) {
        // Decided before any digit is written out: 1e999999999 has more of them than memory.
        if (kilowattHours.signum() < 0
                || kilowattHours.compareTo(BigDecimal.valueOf(MAX + 1, 3)) >= 0) {
            throw new IllegalArgumentException("energy must be 0 to %d Wh".formatted(MAX));
        }
        return kilowattHours.compareTo(BigDecimal.valueOf(1, 3)) < 0
                ? ZERO
                : ofKilowattHours(kilowattHours.setScale(3, RoundingMode.FLOOR));
    }

    /** The sum. */
    public WattHours plus(WattHours other) {
        return new WattHours(value + other.value);
    }

    /**
     * What was added since {@code earlier}.
     *
     * @throws IllegalArgumentException when this is less than {@code earlier}
     */
    public WattHours since(WattHours earlier) {
        return new WattHours(value - earlier.value);
    }

    /** In kilowatt-hours with three decimals, as OCPI writes energy. */
    public BigDecimal kilowattHours() {
        return BigDecimal.valueOf(value, 3);
    }

    @Override
    public int compareTo(WattHours other) {
        return Long.compare(value, other.value);
    }

    /** For people: {@code 12.345 kWh}. */
    @Override
    public String toString() {
        return kilowattHours().toPlainString() + " kWh";
    }
}
