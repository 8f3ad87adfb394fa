package network.opencharging.tools.simulate.script;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What happens, one thing after the other.
 *
 * @param speed how many of the device's seconds pass in one, where it is said
 * @param <S> what it happens to
 */
public record Script<S>(Optional<BigDecimal> speed, List<Step<S>> steps) {
    /** Copies. */
    public Script {
        steps = List.copyOf(steps);
    }
}
