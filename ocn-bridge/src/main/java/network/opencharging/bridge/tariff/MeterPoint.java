package network.opencharging.bridge.tariff;

import network.opencharging.bridge.unit.Milliamperes;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;

import java.time.Instant;
import java.util.Optional;

/**
 * What the meter showed.
 *
 * @param at when; cut to the second
 * @param register its register
 * @param power mean power since the point before, if measured
 * @param current mean current since the point before, if measured
 */
public record MeterPoint(
        Instant at, WattHours register, Optional<Watts> power, Optional<Milliamperes> current) {

    /** A point of which only the register is known. */
    public static MeterPoint of(Instant at, WattHours register) {
        return new MeterPoint(at, register, Optional.empty(), Optional.empty());
    }
}
