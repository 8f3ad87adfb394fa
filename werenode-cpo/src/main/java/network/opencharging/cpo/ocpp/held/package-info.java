/**
 * What a station should hold by what it was sent: its local list, reservations, charging profiles.
 */
@NullMarked
package network.opencharging.cpo.ocpp.held;

import org.jspecify.annotations.NullMarked;
