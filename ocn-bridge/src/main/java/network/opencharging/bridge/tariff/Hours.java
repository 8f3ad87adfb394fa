package network.opencharging.bridge.tariff;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * A time of day in the location's time zone: from {@code from} (included) until {@code until}
 * (excluded). When {@code until} is earlier, the window runs over midnight; {@code 00:00} as {@code
 * until} is the end of the day (OCPI 2.2.1 §11.4.6, start_time and end_time).
 *
 * <p>The wall clock decides. On the day the clocks go forward a window inside the skipped hour
 * never opens; on the day they go back a window inside the repeated hour opens twice.
 *
 * @param from first minute inside
 * @param until first minute outside
 */
public record Hours(LocalTime from, LocalTime until) {
    static final int DAY = 24 * 60 * 60;

    /** The whole day. */
    public static final Hours ALL_DAY = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /**
     * Checks that the window is whole minutes and not empty.
     *
     * @throws IllegalArgumentException when both ends are equal and not both midnight, or carry
     *     seconds
     */
    public Hours {
        if (!from.equals(from.truncatedTo(ChronoUnit.MINUTES))
                || !until.equals(until.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("times of day are whole minutes");
        }
        if (from.equals(until) && !from.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException(
                    "start_time and end_time must differ: leave both out for the whole day");
        }
    }

    /** Whether the wall clock's second of the day is inside. */
    boolean contains(int secondOfDay) {
        int start = from.toSecondOfDay();
        int end = end();
        return start < end
                ? secondOfDay >= start && secondOfDay < end
                : secondOfDay >= start || secondOfDay < end;
    }

    /** Whether every time of {@code other} is inside. */
    boolean covers(Hours other) {
        if (equals(ALL_DAY)) {
            return true;
        }
        int shift = from.toSecondOfDay();
        int length = Math.floorMod(end() - shift, DAY);
        int otherLength =
                other.equals(ALL_DAY)
                        ? DAY
                        : Math.floorMod(other.end() - other.from.toSecondOfDay(), DAY);
        int offset = Math.floorMod(other.from.toSecondOfDay() - shift, DAY);
        return offset + otherLength <= length;
    }

    private int end() {
        return until.equals(LocalTime.MIDNIGHT) ? DAY : until.toSecondOfDay();
    }
}
