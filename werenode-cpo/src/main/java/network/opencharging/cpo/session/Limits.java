package network.opencharging.cpo.session;

import network.opencharging.bridge.unit.WattHours;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a session is ended.
 *
 * @param energy the most that it may take
 * @param time the longest that it may take, from the beginning of its energy
 * @param money the most that it may cost, with VAT where VAT is known, in the tariff's currency
 */
public record Limits(
        Optional<WattHours> energy, Optional<Duration> time, Optional<BigDecimal> money) {
    /** None. */
    public static final Limits NONE =
            new Limits(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Checks that each leaves something.
     *
     * @throws IllegalArgumentException naming the limit
     */
    public Limits {
        if (energy.filter(most -> most.value() == 0).isPresent()) {
            throw new IllegalArgumentException("the limit of energy must be more than 0");
        }
        if (time.filter(most -> most.compareTo(Duration.ofSeconds(1)) < 0).isPresent()) {
            throw new IllegalArgumentException("the limit of time must be 1 s or more");
        }
        if (money.filter(most -> most.signum() <= 0).isPresent()) {
            throw new IllegalArgumentException("the limit of money must be more than 0");
        }
    }
}
