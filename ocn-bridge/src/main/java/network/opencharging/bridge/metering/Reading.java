package network.opencharging.bridge.metering;

import network.opencharging.bridge.unit.WattHours;

import java.time.Instant;

/**
 * A meter's register at a moment.
 *
 * @param at by the meter's clock
 * @param register energy since the meter was made
 */
public record Reading(Instant at, WattHours register) {}
