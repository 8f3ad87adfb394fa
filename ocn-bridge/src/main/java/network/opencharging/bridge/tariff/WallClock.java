package network.opencharging.bridge.tariff;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * The location's wall clock and calendar, read at one moment after the other.
 *
 * <p>Between two changes of the zone's offset local time is plain arithmetic; the changes
 * themselves are places where a tariff may change, so nothing more has to be known about daylight
 * saving.
 */
final class WallClock {
    private static final DayOfWeek[] DAYS = DayOfWeek.values();
    // 1970-01-01 was a Thursday, counted from Monday as 0.
    private static final int EPOCH_DAY_OF_WEEK = 3;

    private final ZoneRules rules;
    private final List<Integer> turns;
    private int offset;
    private long offsetUntil = Long.MIN_VALUE;

    /**
     * @param rules the location's zone
     * @param turns seconds of the day at which some element begins or ends to apply
     */
    WallClock(ZoneRules rules, List<Integer> turns) {
        this.rules = rules;
        this.turns = turns;
    }

    /** Puts local time and date at {@code second} (since 1970, UTC) into the moment. */
    void read(long second, Moment moment) {
        long local = local(second);
        moment.epochDay = Math.floorDiv(local, (long) Hours.DAY);
        moment.secondOfDay = (int) Math.floorMod(local, (long) Hours.DAY);
        moment.day = DAYS[(int) Math.floorMod(moment.epochDay + EPOCH_DAY_OF_WEEK, 7L)];
    }

    /** The first second after {@code second} at which the calendar may change what applies. */
    long nextTurn(long second) {
        if (turns.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long local = local(second);
        long midnight = local - Math.floorMod(local, (long) Hours.DAY);
        long next = midnight + Hours.DAY + turns.getFirst();
        for (Integer turn : turns) {
            if (midnight + turn > local) {
                next = midnight + turn;
                break;
            }
        }
        return Math.min(next - offset, offsetUntil);
    }

    private long local(long second) {
        if (second >= offsetUntil) {
            Instant moment = Instant.ofEpochSecond(second);
            offset = rules.getOffset(moment).getTotalSeconds();
            ZoneOffsetTransition next = rules.nextTransition(moment);
            offsetUntil = next == null ? Long.MAX_VALUE : next.toEpochSecond();
        }
        return second + offset;
    }
}
