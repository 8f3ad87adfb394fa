package network.opencharging.tools.ocpi;

import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.util.function.Function;

/**
 * One side of one module that a party offers.
 *
 * @param module which module
 * @param role which side
 * @param handler answers the requests to it
 */
public record Interface(
        ModuleId module, InterfaceRole role, Function<OcpiRequest, Outcome> handler) {}
