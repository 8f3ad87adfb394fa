/** The node's web page: what passes now, who is there, what the log knows of a message. */
@NullMarked
package network.opencharging.node.watch;

import org.jspecify.annotations.NullMarked;
