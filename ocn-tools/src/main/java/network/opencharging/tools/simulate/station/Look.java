package network.opencharging.tools.simulate.station;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How a station is, whatever it says.
 *
 * @param online it is connected
 * @param accepted the central system has accepted it
 * @param waiting how many calls are still to be made or answered
 * @param habits what it does wrong
 */
public record Look(
        boolean online, boolean accepted, int waiting, List<String> habits, List<One> evses) {
    /** Copies. */
    public Look {
        habits = List.copyOf(habits);
        evses = List.copyOf(evses);
    }

    /**
     * One EVSE.
     *
     * @param transaction what goes on, by the name that both know
     * @param token who charges
     */
    public record One(
            int id,
            EvseState state,
            boolean plugged,
            long watts,
            BigDecimal wattHours,
            Optional<String> transaction,
            Optional<String> token) {}

    /** How an EVSE is. */
    public Optional<EvseState> state(int evse) {
        return evses.stream().filter(one -> one.id() == evse).map(One::state).findFirst();
    }

    static Look at(Cabinet cabinet, boolean accepted) {
        return new Look(
                cabinet.online(),
                accepted,
                cabinet.calls().waiting(),
                cabinet.habits().stream().map(Habit::word).toList(),
                cabinet.evses().stream()
                        .map(evse ->
                                new One(
                                        evse.id(),
                                        evse.state(),
                                        evse.plugged(),
                                        evse.meter().watts(),
                                        evse.meter().exactly(),
                                        evse.charge().map(Charge::name),
                                        evse.charge().map(charge -> charge.token().text())))
                        .toList());
    }
}
