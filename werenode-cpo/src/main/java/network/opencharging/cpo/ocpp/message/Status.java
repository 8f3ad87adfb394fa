package network.opencharging.cpo.ocpp.message;

import java.time.Instant;

/**
 * How a connector is, as its station says.
 *
 * @param error {@code NoError}, or what is wrong
 * @param note further words of the vendor, mostly empty
 * @param at by the station's clock
 */
public record Status(EvseKey key, ConnectorState state, String error, String note, Instant at) {}
