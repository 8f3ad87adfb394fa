package network.opencharging.tools.simulate.profile;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much may flow when (1.6 §3.13, 2.0.1 K).
 *
 * @param evse where; 0: at the whole station
 * @param transaction only for this one
 * @param said as the central system wrote it
 */
public record Profile(
        int id,
        int evse,
        int stack,
        Purpose purpose,
        Kind kind,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> transaction,
        Schedule schedule,
        ObjectNode said) {
    /** What it is for; the words of 1.6 and 2.0.1 differ. */
    public enum Purpose {
        STATION_MAX,
        TX_DEFAULT,
        TX,
        EXTERNAL
    }

    /** From when its schedule counts. */
    public enum Kind {
        ABSOLUTE,
        DAILY,
        WEEKLY,
        RELATIVE
    }

    /** In which unit its limits are. */
    public enum Unit {
        W,
        A
    }

    /**
     * Limits one after the other.
     *
     * @param start from when, where it is absolute or recurs
     * @param lasts empty: until something else counts
     */
    public record Schedule(
            Optional<Instant> start, Optional<Duration> lasts, Unit unit, List<Period> periods) {
        /** Copies. */
        public Schedule {
            periods = List.copyOf(periods);
        }
    }

    /**
     * A limit.
     *
     * @param begins after the schedule's beginning
     * @param watts at most
     */
    public record Period(Duration begins, long watts) {}

    /**
     * Its limit at a moment.
     *
     * @param begun when the transaction began, for what is relative to it
     */
    Optional<Long> limit(Instant moment, Instant begun) {
        boolean valid =
                from.filter(moment::isBefore).isEmpty()
                        && until.filter(end -> !moment.isBefore(end)).isEmpty();
        if (!valid) {
            return Optional.empty();
        }
        Duration into = Duration.between(start(moment, begun), moment);
        if (into.isNegative()
                || schedule.lasts().filter(lasts -> into.compareTo(lasts) >= 0).isPresent()) {
            return Optional.empty();
        }
        return schedule.periods().stream()
                .filter(period -> period.begins().compareTo(into) <= 0)
                .reduce((_, later) -> later)
                .map(Period::watts);
    }

    private Instant start(Instant moment, Instant begun) {
        Instant start = schedule.start().orElse(begun);
        return switch (kind) {
            case RELATIVE -> begun;
            case ABSOLUTE -> start;
            case DAILY -> recurring(start, moment, Duration.ofDays(1));
            case WEEKLY -> recurring(start, moment, Duration.ofDays(7));
        };
    }

    private static Instant recurring(Instant start, Instant moment, Duration every) {
        long times = Math.floorDiv(Duration.between(start, moment).toMillis(), every.toMillis());
        return start.plusMillis(times * every.toMillis());
    }
}
