/** How a bridge joins a hub, changes its tokens, and leaves: as either side of the handshake. */
@NullMarked
package network.opencharging.bridge.register;

import org.jspecify.annotations.NullMarked;
