/** How fast a party may send, in all and about one module. */
@NullMarked
package network.opencharging.node.pace;

import org.jspecify.annotations.NullMarked;
