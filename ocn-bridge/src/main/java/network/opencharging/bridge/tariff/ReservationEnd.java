package network.opencharging.bridge.tariff;

/** How a reservation ended. */
public enum ReservationEnd {
    /** The driver began to charge. */
    USED,
    /** Its time ran out and nobody came. */
    EXPIRED,
    /** It was taken back before its time ran out. */
    CANCELLED
}
