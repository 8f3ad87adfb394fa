/** A plug as a port: its lease, its counter, and whether it does what it says. */
@NullMarked
package network.opencharging.cpo.plug.port;

import org.jspecify.annotations.NullMarked;
