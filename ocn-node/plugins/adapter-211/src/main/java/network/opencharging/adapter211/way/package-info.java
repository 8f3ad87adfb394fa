/** What passes between a platform of 2.1.1 and the node: for whom it is, and in which words. */
@NullMarked
package network.opencharging.adapter211.way;

import org.jspecify.annotations.NullMarked;
