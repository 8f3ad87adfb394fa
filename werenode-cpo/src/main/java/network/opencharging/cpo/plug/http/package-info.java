/** Plugs that are called by HTTP, within the networks that the operator names and nowhere else. */
@NullMarked
package network.opencharging.cpo.plug.http;

import org.jspecify.annotations.NullMarked;
