/** OCPP-J's frames: calls, their results and errors, as text and as values. */
@NullMarked
package network.opencharging.cpo.ocpp.frame;

import org.jspecify.annotations.NullMarked;
