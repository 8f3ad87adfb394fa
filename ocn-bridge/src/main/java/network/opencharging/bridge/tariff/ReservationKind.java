package network.opencharging.bridge.tariff;

/** Makes an element describe reservations (OCPI 2.2.1 §11.4.3, ReservationRestrictionType). */
public enum ReservationKind {
    /** Costs of a reservation. */
    RESERVATION,
    /** Costs of a reservation that nobody used before it expired. */
    RESERVATION_EXPIRES
}
