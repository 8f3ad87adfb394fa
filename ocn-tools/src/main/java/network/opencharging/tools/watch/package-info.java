/** Watches what passes nodes: live, and the whole way of one message over all nodes. */
@NullMarked
package network.opencharging.tools.watch;

import org.jspecify.annotations.NullMarked;
