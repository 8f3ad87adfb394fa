/** OCPP-J as a station reads and writes it: frames, errors, and the official schemas. */
@NullMarked
package network.opencharging.tools.simulate.ocpp;

import org.jspecify.annotations.NullMarked;
