/** One station's connection: its frames in order, one call at a time in each direction. */
@NullMarked
package network.opencharging.cpo.ocpp.station;

import org.jspecify.annotations.NullMarked;
