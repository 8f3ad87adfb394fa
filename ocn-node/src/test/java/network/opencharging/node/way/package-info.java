/** The way of a message over real sockets: nodes in this JVM, parties as small HTTP servers. */
@NullMarked
package network.opencharging.node.way;

import org.jspecify.annotations.NullMarked;
