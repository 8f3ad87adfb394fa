package network.opencharging.bridge.tariff;

/** What a price component prices (OCPI 2.2.1 §11.4.5, TariffDimensionType). */
public enum Dimension {
    /** Energy: price per kWh, step in Wh. */
    ENERGY,
    /** A fee without a unit, once. */
    FLAT,
    /** Time plugged in without charging: price per hour, step in seconds. */
    PARKING_TIME,
    /**
     * Time charging, or, in an element with a reservation restriction, time reserved: price per
     * hour, step in seconds.
     */
    TIME
}
