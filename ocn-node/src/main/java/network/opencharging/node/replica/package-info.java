/** What keeps several processes of one node of one mind. */
@NullMarked
package network.opencharging.node.replica;

import org.jspecify.annotations.NullMarked;
