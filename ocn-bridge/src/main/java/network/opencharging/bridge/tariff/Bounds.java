package network.opencharging.bridge.tariff;

/**
 * A range of whole units, its lower end included and its upper end excluded, as all minimum and
 * maximum restrictions of a tariff are (OCPI 2.2.1 §11.4.6).
 *
 * @param from the least value inside, not negative
 * @param below the first value above {@code from} that is outside; {@link Long#MAX_VALUE} for no
 *     upper end
 */
public record Bounds(long from, long below) {

    /** Holds for every value. */
    public static final Bounds NONE = new Bounds(0, Long.MAX_VALUE);

    /**
     * Checks that some value is inside.
     *
     * @throws IllegalArgumentException when the range is empty or begins below zero
     */
    public Bounds {
        if (from < 0 || from >= below) {
            throw new IllegalArgumentException(
                    "the minimum %d must be at least 0 and less than the maximum %d"
                            .formatted(from, below));
        }
    }

    /** From {@code from} on. */
    public static Bounds atLeast(long from) {
        return new Bounds(from, Long.MAX_VALUE);
    }

    /** Anything less than {@code below}. */
    public static Bounds lessThan(long below) {
        return new Bounds(0, below);
    }

    /** Whether the value is inside. */
    public boolean contains(long value) {
        return value >= from && value < below;
    }

    /** Whether every value of {@code other} is inside. */
    boolean covers(Bounds other) {
        return from <= other.from && below >= other.below;
    }

    /** Whether nothing is restricted. */
    public boolean isNone() {
        return equals(NONE);
    }

    boolean hasUpperEnd() {
        return below != Long.MAX_VALUE;
    }
}
