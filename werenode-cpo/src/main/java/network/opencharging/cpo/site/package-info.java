/**
 * Locations, their EVSEs and connectors, the device behind each, what charging there costs, how
 * each is now.
 */
@NullMarked
package network.opencharging.cpo.site;

import org.jspecify.annotations.NullMarked;
