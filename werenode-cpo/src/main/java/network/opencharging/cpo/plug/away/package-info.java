/** Plugs to which another process speaks: ordered as if they were here. */
@NullMarked
package network.opencharging.cpo.plug.away;

import org.jspecify.annotations.NullMarked;
