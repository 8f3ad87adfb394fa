package network.opencharging.cpo.cdr;

import java.math.BigDecimal;

/**
 * What was measured in a period (OCPI 2.2.1 §10.4.2).
 *
 * @param type kind of measure
 * @param volume kWh with three decimals, hours with four
 */
public record CdrDimension(Type type, BigDecimal volume) {

    /** The measures that our periods carry (OCPI 2.2.1 §10.4.3, CdrDimensionType). */
    public enum Type {
        /** Energy taken, kWh. */
        ENERGY,
        /** Time plugged in without charging, hours. */
        PARKING_TIME,
        /** Time reserved, hours. */
        RESERVATION_TIME,
        /** Time charging, hours. */
        TIME
    }
}
