package network.opencharging.bridge.tariff;

import network.opencharging.bridge.unit.Milliamperes;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of a session in which nothing worth measuring changed. It begins where the one before
 * ended.
 */
public sealed interface Period {

    /** The first moment after it, a whole second. */
    Instant until();

    /**
     * The EVSE waits for the driver who reserved it.
     *
     * @param until when the driver came, gave up, or was awaited no longer
     * @param end which of these
     */
    record Reserved(Instant until, ReservationEnd end) implements Period {}

    /**
     * The car takes energy (or may take it: a pause of the operator's is charging time).
     *
     * @param until its end
     * @param energy taken evenly over the period
     * @param power mean power if measured; otherwise energy by time stands for it
     * @param current mean current if measured; without it, elements restricted by current do not
     *     apply
     */
    record Charging(
            Instant until, WattHours energy, Optional<Watts> power, Optional<Milliamperes> current)
            implements Period {

        /** A period of which only the energy was measured. */
        public static Charging of(Instant until, WattHours energy) {
            return new Charging(until, energy, Optional.empty(), Optional.empty());
        }
    }

    /**
     * The car is plugged in and asks for no power.
     *
     * @param until its end
     */
    record Parked(Instant until) implements Period {}
}
