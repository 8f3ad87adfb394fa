/** Which plugs there are: written down by the operator, and each a port while it is. */
@NullMarked
package network.opencharging.cpo.plug.roll;

import org.jspecify.annotations.NullMarked;
