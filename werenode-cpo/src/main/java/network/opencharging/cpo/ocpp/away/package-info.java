/** Stations whose connection another process may hold: found, called, and missed when it dies. */
@NullMarked
package network.opencharging.cpo.ocpp.away;

import org.jspecify.annotations.NullMarked;
