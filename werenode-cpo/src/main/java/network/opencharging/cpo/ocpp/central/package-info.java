/** What the central system knows of its stations, and what it says to them. */
@NullMarked
package network.opencharging.cpo.ocpp.central;

import org.jspecify.annotations.NullMarked;
