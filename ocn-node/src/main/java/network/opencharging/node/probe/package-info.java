/** Finds out what other nodes read, because published nodes neither tell nor ask. */
@NullMarked
package network.opencharging.node.probe;

import org.jspecify.annotations.NullMarked;
