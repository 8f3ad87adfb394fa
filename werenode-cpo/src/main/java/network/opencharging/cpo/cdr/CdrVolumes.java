package network.opencharging.cpo.cdr;

import network.opencharging.bridge.unit.WattHours;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A session's totals (OCPI 2.2.1 §10.3.1). The volumes of the periods add up to them exactly.
 *
 * @param start of the reservation or, without one, of the session
 * @param end of the session with its parking, or of the reservation that was not used
 * @param energy total_energy
 * @param hours total_time: charging and parked, without reserved time, four decimals
 * @param parkingHours total_parking_time, four decimals
 */
public record CdrVolumes(
        Instant start, Instant end, WattHours energy, BigDecimal hours, BigDecimal parkingHours) {}
