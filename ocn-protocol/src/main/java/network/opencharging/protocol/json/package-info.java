/** JSON as text that keeps what it was: member order, number literals, bytes. */
@NullMarked
package network.opencharging.protocol.json;

import org.jspecify.annotations.NullMarked;
