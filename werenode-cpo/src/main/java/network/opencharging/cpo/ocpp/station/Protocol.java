package network.opencharging.cpo.ocpp.station;

import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.message.ActionDesk;
import network.opencharging.cpo.ocpp.schema.Schemas;

/**
 * How one version is spoken.
 *
 * @param schemas its official schemas
 * @param desk what is answered to stations that speak it
 */
public record Protocol(
        OcppVersion version, Schemas schemas, ActionDesk desk, Strictness strictness) {}
