package network.opencharging.cli.up.site;

import java.math.BigDecimal;

/**
 * Where somebody charges.
 *
 * @param device the station's or plug's name
 * @param kind what it is, in words
 * @param location the id of its location
 * @param evse the uid of its EVSE there
 * @param enough kWh after which somebody who only wants to see it may stop
 */
public record Outlet(String device, String kind, String location, String evse, BigDecimal enough) {}
