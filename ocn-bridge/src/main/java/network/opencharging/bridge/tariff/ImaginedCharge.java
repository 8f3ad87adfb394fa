package network.opencharging.bridge.tariff;

import network.opencharging.bridge.tariff.Period.Charging;
import network.opencharging.bridge.tariff.Period.Parked;
import network.opencharging.bridge.tariff.Period.Reserved;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A charge that somebody asks the price of before it happens; {@link #history()} goes through the
 * same {@link Rating} as a real one.
 *
 * @param start when the reservation or, without one, the charge begins; cut to the second
 * @param reserved how long the EVSE is reserved before
 * @param energy how much the car takes
 * @param power at which power it takes it
 * @param parked how long it stays afterwards
 */
public record ImaginedCharge(
        Instant start, Duration reserved, WattHours energy, Watts power, Duration parked) {

    /**
     * Checks that something happens.
     *
     * @throws IllegalArgumentException when energy or power is zero or a duration is negative
     */
    public ImaginedCharge {
        if (energy.value() == 0 || power.value() == 0) {
            throw new IllegalArgumentException("a charge to preview needs energy and power");
        }
        if (reserved.isNegative() || parked.isNegative()) {
            throw new IllegalArgumentException("durations must not be negative");
        }
    }

    /** What it would be; the last second of charging is a whole one. */
    public ChargingHistory history() {
        Instant from = start.truncatedTo(ChronoUnit.SECONDS);
        Instant begin = from.plusSeconds(reserved.toSeconds());
        Instant full = begin.plusSeconds(Math.ceilDiv(energy.value() * 3_600, power.value()));
        List<Period> periods = new ArrayList<>();
        if (begin.isAfter(from)) {
            periods.add(new Reserved(begin, ReservationEnd.USED));
        }
        periods.add(new Charging(full, energy, Optional.of(power), Optional.empty()));
        if (parked.toSeconds() > 0) {
            periods.add(new Parked(full.plusSeconds(parked.toSeconds())));
        }
        return new ChargingHistory(from, periods);
    }
}
