/** The broker to which plugs connect, and the backend's own line to another one. */
@NullMarked
package network.opencharging.cpo.plug.broker;

import org.jspecify.annotations.NullMarked;
