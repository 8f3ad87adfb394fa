/** Who is connected: the hub's ClientInfo objects (OCPI 2.2.1 §15). */
@NullMarked
package network.opencharging.node.clientinfo;

import org.jspecify.annotations.NullMarked;
