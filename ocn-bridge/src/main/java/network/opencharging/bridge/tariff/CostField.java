package network.opencharging.bridge.tariff;

/** The sums that a CDR shows (OCPI 2.2.1 §10.3.1). */
public enum CostField {
    /** total_fixed_cost: fees, except those of parking and reservation. */
    FIXED,
    /** total_energy_cost. */
    ENERGY,
    /** total_time_cost: time charging. */
    TIME,
    /** total_parking_cost: time parked, and fees of elements that price nothing but parking. */
    PARKING,
    /** total_reservation_cost: time reserved and fees of reservations. */
    RESERVATION
}
