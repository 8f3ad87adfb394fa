/** The credentials exchange (OCPI 2.2.1 §7), started by either side. */
@NullMarked
package network.opencharging.tools.ocpi.register;

import org.jspecify.annotations.NullMarked;
