/** Typed calls to partners through the hub: what is asked, and everything that can come of it. */
@NullMarked
package network.opencharging.bridge.call;

import org.jspecify.annotations.NullMarked;
