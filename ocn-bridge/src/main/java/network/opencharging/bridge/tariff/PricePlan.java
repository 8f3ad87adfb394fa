package network.opencharging.bridge.tariff;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * A tariff's components for one purpose (a session, a reservation) by dimension and in order of
 * precedence, with every place where what applies may change.
 *
 * @param energies Wh since the start, ascending
 * @param durations seconds since the start, ascending
 * @param turns seconds of the day, ascending; empty when the calendar does not matter
 */
record PricePlan(
        List<Choice> energy,
        List<Choice> time,
        List<Choice> parking,
        List<Choice> flat,
        List<Long> energies,
        List<Long> durations,
        List<Integer> turns) {

    static PricePlan of(List<Choice> ordered) {
        TreeSet<Integer> turns = new TreeSet<>();
        for (Choice choice : ordered) {
            if (!choice.restrictions().calendar().equals(CalendarWindow.ALWAYS)) {
                turns.add(0);
                turns.add(choice.restrictions().calendar().hours().from().toSecondOfDay());
                turns.add(choice.restrictions().calendar().hours().until().toSecondOfDay());
            }
        }
        return new PricePlan(
                pricing(Dimension.ENERGY, ordered),
                pricing(Dimension.TIME, ordered),
                pricing(Dimension.PARKING_TIME, ordered),
                pricing(Dimension.FLAT, ordered),
                ends(ordered.stream().map(choice -> choice.restrictions().energy()).toList()),
                ends(ordered.stream().map(choice -> choice.restrictions().duration()).toList()),
                List.copyOf(turns));
    }

    private static List<Choice> pricing(Dimension dimension, List<Choice> ordered) {
        return ordered.stream()
                .filter(choice -> choice.component().dimension() == dimension)
                .toList();
    }

    private static List<Long> ends(List<Bounds> all) {
        return all.stream()
                .flatMapToLong(bounds -> LongStream.of(bounds.from(), bounds.below()))
                .filter(end -> end > 0 && end < Long.MAX_VALUE)
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }

    /** The first of the candidates whose restrictions hold at the moment. */
    static @Nullable Choice first(List<Choice> candidates, Moment moment) {
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).restrictions().hold(moment)) {
                return candidates.get(i);
            }
        }
        return null;
    }

    /** The first energy after {@code wattHours} at which something may change. */
    long nextEnergy(long wattHours) {
        return next(energies, wattHours);
    }

    /** The first duration after {@code seconds} at which something may change. */
    long nextDuration(long seconds) {
        return next(durations, seconds);
    }

    private static long next(List<Long> ascending, long value) {
        for (int i = 0; i < ascending.size(); i++) {
            if (ascending.get(i) > value) {
                return ascending.get(i);
            }
        }
        return Long.MAX_VALUE;
    }
}
